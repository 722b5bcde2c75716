using System.Data.Common;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Entities;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Entities;

/// <summary>How a database means to run the statements that store a page of entities.</summary>
internal static class EntityPlans
{
    private static readonly MethodInfo Method =
        typeof(EntityPlans).GetMethod(nameof(ExplainAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The plan of each statement, as lines.</summary>
    /// <param name="services">The store's services.</param>
    /// <param name="table">The entities.</param>
    /// <param name="account">Whose they are.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="explain">The words that make a plan of a statement.</param>
    /// <param name="column">The column of the plan that holds the text.</param>
    public static Task<IReadOnlyList<IReadOnlyList<string>>> OfAsync(
        IServiceProvider services, EntityTable table, AccountId account, ProfileId profile, string explain, int column)
    {
        Type entity = table.GetType().GetGenericArguments()[0];
        var scope = new EntityScope(account, table.IsOfProfile ? profile : null);
        object?[] arguments = [services, scope, explain, column];
        return (Task<IReadOnlyList<IReadOnlyList<string>>>)Method.MakeGenericMethod(entity).Invoke(null, arguments)!;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> ExplainAsync<T>(
        IServiceProvider services, EntityScope scope, string explain, int column)
        where T : class, IEntityRecord<T>
    {
        await using ContextLease lease = services.GetRequiredService<IPpcAdsContexts>().Create();
        SqlSession session = await SqlSession.OpenAsync(lease.Context, services.GetRequiredService<PpcAdsSqlDialect>(), default);
        var upsert = new EntityUpsert<T>(session, new TableNames(lease.Context), scope);
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var plans = new List<IReadOnlyList<string>>();
        foreach (string statement in upsert.Statements)
        {
            DbCommand command = upsert.Command($"{explain} {statement}", "[]"u8.ToArray(), now);
            plans.Add(await SqlSession.QueryAsync(command, reader => reader.GetString(column).Trim(), default));
        }

        return plans;
    }
}
