using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>The row of a profile and dataset in <c>performance_scopes</c>.</summary>
internal sealed record ScopeRow(int ScopeId, long Metrics, DateTimeOffset? KnownAt)
{
    /// <summary>A number that no profile and dataset has.</summary>
    public const int None = -1;

    public static Task<ScopeRow?> FindAsync(
        SqlSession session, TableNames names, LoadScope scope, CancellationToken cancellationToken) => SqlSession.FirstAsync(
        session.Command(
            $"""
            SELECT scope_id, metrics, known_at
            FROM {names.Scopes}
            WHERE account_id = @account
              AND profile_id = @profile
              AND dataset = @dataset
            """,
            ("@account", scope.AccountId.Value),
            ("@profile", scope.ProfileId.Value),
            ("@dataset", scope.Dataset.Id)),
        reader => new ScopeRow(
            reader.GetInt32(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : session.Dialect.ReadInstant(reader, 2)),
        cancellationToken);
}
