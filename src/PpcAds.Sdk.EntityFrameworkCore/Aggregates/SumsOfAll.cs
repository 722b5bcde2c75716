using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>Computes the sums of all profiles and datasets again, each in a transaction of its own.</summary>
internal sealed class SumsOfAll(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect, TimeProvider timeProvider)
{
    /// <summary>A load waits seconds for a lock before it is deferred; a recomputation waits for a load of ten minutes.</summary>
    private const int MostTries = 200;

    public async Task<long> RecomputeAsync(AccountId? accountId, CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            var names = new TableNames(lease.Context);
            long written = 0;
            foreach (LoadScope scope in await FindAsync(session, names, accountId, cancellationToken).ConfigureAwait(false))
            {
                written += await RecomputeAsync(session, names, scope, cancellationToken).ConfigureAwait(false);
            }

            return written;
        }
    }

    private async Task<long> RecomputeAsync(
        SqlSession session, TableNames names, LoadScope scope, CancellationToken cancellationToken)
    {
        ScopeKey key = await PerformanceScopes.FindOrAddAsync(session, names, scope, cancellationToken).ConfigureAwait(false);
        var recompute = new SumsRecompute(session, names, scope, key, timeProvider.GetUtcNow());
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await LoadLock.RunAsync(dialect, scope, () => recompute.RunAsync(cancellationToken)).ConfigureAwait(false);
            }
            catch (LoadLockedException) when (attempt < MostTries)
            {
                // The wait was the database's.
            }
        }
    }

    /// <summary>The profiles and datasets that have sums and rows, as scopes whose days and report do not matter.</summary>
    private async Task<List<LoadScope>> FindAsync(
        SqlSession session, TableNames names, AccountId? accountId, CancellationToken cancellationToken)
    {
        IEnumerable<string> summed = Datasets.All
            .Where(dataset => AggregateGrain.For(dataset).Count > 0)
            .Select(dataset => $"'{dataset.Id}'");
        SqlConditions where = new SqlConditions()
            .And($"dataset IN ({string.Join(", ", summed)})")
            .AndIf("account_id = @account", "@account", accountId?.Value);
        DateOnly today = DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);
        return await SqlSession.QueryAsync(
            session.Command(
                $"""
                SELECT d.account_id, d.profile_id, d.dataset, p.currency, p.type
                FROM (
                  SELECT DISTINCT account_id, profile_id, dataset
                  FROM {names.Days}
                  WHERE {where.ToString().Indent()}) AS d
                LEFT JOIN {names.Of(ProfileRecord.Table.Name)} p
                  ON p.account_id = d.account_id
                  AND p.profile_id = d.profile_id
                ORDER BY d.account_id, d.profile_id, d.dataset
                """,
                [.. where.Parameters]),
            reader =>
            {
                Dataset dataset = Datasets.Get(reader.GetString(2));
                ProfileType? type = reader.IsDBNull(4) ? null : new ProfileType(reader.GetString(4));
                return new LoadScope
                {
                    AccountId = new AccountId(reader.GetInt64(0)),
                    ProfileId = new ProfileId(reader.GetInt64(1)),
                    Dataset = dataset,
                    StartDate = today,
                    EndDate = today,
                    ReportId = "",
                    GeneratedAt = timeProvider.GetUtcNow(),
                    RetentionStart = today,
                    CurrencyCode = reader.IsDBNull(3) ? "" : reader.GetString(3),
                    AttributionDays = dataset.AttributionDaysFor(type),
                };
            },
            cancellationToken).ConfigureAwait(false);
    }
}
