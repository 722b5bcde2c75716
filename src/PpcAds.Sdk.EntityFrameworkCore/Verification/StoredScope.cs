using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>A profile and dataset of which something is stored.</summary>
/// <param name="Load">It as the scope of a load, whose days and report do not matter.</param>
/// <param name="HasProfile">Whether its profile is stored.</param>
internal sealed record StoredScope(LoadScope Load, bool HasProfile)
{
    public StorePosition Position => new(Load.AccountId, Load.ProfileId, Load.Dataset.Id);

    /// <summary>Lists those that the ledger or <c>performance_scopes</c> has, in order.</summary>
    public static async Task<IReadOnlyList<StoredScope>> ListAsync(
        SqlSession session,
        TableNames names,
        AccountId? accountId,
        StorePosition? after,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        SqlConditions where = new SqlConditions()
            .And($"dataset IN ({string.Join(", ", Datasets.All.Select(dataset => $"'{dataset.Id}'"))})")
            .AndIf("account_id = @account", "@account", accountId?.Value);
        string condition = where.ToString().Indent();
        List<StoredScope> scopes = await SqlSession.QueryAsync(
            session.Command(
                $"""
                SELECT d.account_id, d.profile_id, d.dataset, p.currency, p.type, p.profile_id
                FROM (
                  SELECT account_id, profile_id, dataset
                  FROM {names.Days}
                  WHERE {condition}
                  UNION
                  SELECT account_id, profile_id, dataset
                  FROM {names.Scopes}
                  WHERE {condition}) AS d
                LEFT JOIN {names.Of(ProfileRecord.Table.Name)} p
                  ON p.account_id = d.account_id
                  AND p.profile_id = d.profile_id
                """,
                [.. where.Parameters]),
            reader => Read(reader, now),
            cancellationToken).ConfigureAwait(false);
        scopes.RemoveAll(scope => !scope.Position.IsAfter(after));
        scopes.Sort((left, right) => StorePosition.Compare(left.Position, right.Position));
        return scopes;
    }

    private static StoredScope Read(System.Data.Common.DbDataReader reader, DateTimeOffset now)
    {
        Dataset dataset = Datasets.Get(reader.GetString(2));
        ProfileType? type = reader.IsDBNull(4) ? null : new ProfileType(reader.GetString(4));
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        var load = new LoadScope
        {
            AccountId = new AccountId(reader.GetInt64(0)),
            ProfileId = new ProfileId(reader.GetInt64(1)),
            Dataset = dataset,
            StartDate = today,
            EndDate = today,
            ReportId = "",
            GeneratedAt = now,
            RetentionStart = today,
            CurrencyCode = reader.IsDBNull(3) ? "" : reader.GetString(3),
            AttributionDays = dataset.AttributionDaysFor(type),
        };
        return new StoredScope(load, !reader.IsDBNull(5));
    }
}
