using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>The numbers that stand for a profile and dataset in its rows: <c>performance_scopes</c>.</summary>
internal static class PerformanceScopes
{
    /// <summary>Finds the number of a profile and dataset, or adds one; it never changes.</summary>
    /// <returns>The conditions by which the load's rows are found.</returns>
    public static async Task<ScopeKey> FindOrAddAsync(
        SqlSession session, TableNames names, LoadScope scope, CancellationToken cancellationToken)
    {
        long metrics = PpcPerformanceScope.MetricsOf(scope.Dataset);
        (int Id, long Metrics)? found = await FindAsync(session, names, scope, cancellationToken).ConfigureAwait(false);
        if (found?.Metrics != metrics)
        {
            await SqlSession.ExecuteAsync(
                Command(
                    $"""
                    INSERT INTO {names.Scopes} (account_id, profile_id, dataset, metrics)
                    VALUES (@account, @profile, @dataset, @metrics)
                    ON CONFLICT (account_id, profile_id, dataset) DO UPDATE
                    SET metrics = excluded.metrics
                    """,
                    session,
                    scope,
                    ("@metrics", metrics)),
                cancellationToken).ConfigureAwait(false);
            found ??= await FindAsync(session, names, scope, cancellationToken).ConfigureAwait(false);
        }

        return new ScopeKey(session.Dialect, scope, found!.Value.Id);
    }

    private static async Task<(int Id, long Metrics)?> FindAsync(
        SqlSession session, TableNames names, LoadScope scope, CancellationToken cancellationToken)
    {
        List<(int, long)> found = await SqlSession.QueryAsync(
            Command(
                $"""
                SELECT scope_id, metrics
                FROM {names.Scopes}
                WHERE account_id = @account
                  AND profile_id = @profile
                  AND dataset = @dataset
                """,
                session,
                scope),
            reader => (reader.GetInt32(0), reader.GetInt64(1)),
            cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    private static System.Data.Common.DbCommand Command(
        string sql, SqlSession session, LoadScope scope, params ReadOnlySpan<(string Name, object? Value)> more) =>
        session.Command(
            sql,
            [
                ("@account", scope.AccountId.Value),
                ("@profile", scope.ProfileId.Value),
                ("@dataset", scope.Dataset.Id),
                .. more,
            ]);
}
