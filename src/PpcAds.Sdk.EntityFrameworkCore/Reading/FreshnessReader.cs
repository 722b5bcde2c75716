using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>
/// The newest complete day of each profile and dataset: reads only the end of each ledger, whatever its length.
/// </summary>
internal sealed class FreshnessReader(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect)
{
    private static readonly string Names = string.Join(
        "\n    UNION ALL ", Datasets.All.Select(dataset => $"SELECT '{dataset.Id}' AS dataset"));

    public async Task<ReadPage<PerformanceFreshness>> ListAsync(
        AccountId accountId, ProfileId? profileId, PageRequest page, CancellationToken cancellationToken)
    {
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, 2);
        SqlConditions where = new SqlConditions()
            .And("p.account_id = @account", ("@account", accountId.Value))
            .AndIf("p.profile_id = @profile", "@profile", profileId?.Value);
        if (after is not null)
        {
            where.And("p.profile_id >= @after_profile", ("@after_profile", PageToken.ReadNumber(after[0])))
                .And("(p.profile_id > @after_profile OR n.dataset > @after_dataset)", ("@after_dataset", after[1]));
        }

        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PerformanceFreshness> found = await lease.Context.Database.CreateExecutionStrategy().ExecuteAsync(
                async token =>
                {
                    SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, token).ConfigureAwait(false);
                    return await SqlSession.QueryAsync(
                        session.Command(
                            Sql(new TableNames(lease.Context), where), [.. where.Parameters, ("@count", page.Size + 1)]),
                        reader => new PerformanceFreshness(
                            new ProfileId(reader.GetInt64(0)),
                            reader.GetString(1),
                            dialect.ReadDate(reader, 2),
                            dialect.ReadInstant(reader, 3),
                            dialect.ReadInstant(reader, 4)),
                        token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            return page.Cut(found, item => item, item => PageToken.Write(item.ProfileId, item.Dataset));
        }
    }

    private static string Sql(TableNames names, SqlConditions where)
    {
        return $"""
            SELECT k.profile_id, k.dataset, k.newest, k.generated_at, k.loaded_at
            FROM (
              SELECT
                p.profile_id,
                n.dataset,
                {Newest("date")} AS newest,
                {Newest("report_generated_at")} AS generated_at,
                {Newest("loaded_at")} AS loaded_at
              FROM {names.Of(ProfileRecord.Table.Name)} AS p
              CROSS JOIN (
                {Names}) AS n
              WHERE {where.ToString().Indent()}) AS k
            WHERE k.newest IS NOT NULL
            ORDER BY k.profile_id, k.dataset
            LIMIT @count
            """;

        // Each reads the end of the key; a join would make PostgreSQL read the whole ledgers.
        string Newest(string column) =>
            $"""
            (
                  SELECT x.{column}
                  FROM {names.Days} AS x
                  WHERE x.account_id = p.account_id
                    AND x.profile_id = p.profile_id
                    AND x.dataset = n.dataset
                    AND x.state <> 'suspect'
                  ORDER BY x.date DESC
                  LIMIT 1)
            """;
    }
}
