using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Reading;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Tables;

/// <summary>What a database says of the statements of tables.</summary>
internal static class RecordedPlans
{
    /// <summary>The plan of a page of a table.</summary>
    /// <param name="services">The services of the store.</param>
    /// <param name="query">The table.</param>
    /// <param name="explain">What stands before the statement.</param>
    /// <param name="column">The column of the plan that has the words.</param>
    public static async Task<IReadOnlyList<string>> OfPageAsync(
        IServiceProvider services, PerformanceTableQuery query, string explain, int column)
    {
        ContextLease lease = services.GetRequiredService<IPpcAdsContexts>().Create();
        await using (lease)
        {
            DbContext context = lease.Context;
            TableScopes scopes = await TableScopes.ReadAsync(context, query.Selection, CancellationToken.None);
            var sql = new TableSql(context, services.GetRequiredService<PpcAdsSqlDialect>(), query, scopes.Ids);
            string text = sql.Page(null, 26);
            await context.Database.OpenConnectionAsync();
            await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statement's own.
            command.CommandText = $"{explain} {text}";
#pragma warning restore CA2100
            foreach ((string name, object? value) in sql.Parameters)
            {
                DbParameter parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            var plan = new List<string>();
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(column).Trim());
            }

            return plan;
        }
    }
}
