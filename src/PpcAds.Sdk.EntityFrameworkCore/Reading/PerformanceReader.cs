using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>
/// Performance records page by page, along the primary key: a page costs its own rows however large the table is. So profiles are
/// gone through one after another, and a campaign's rows are looked up day by day, since it comes next in the key.
/// </summary>
internal sealed class PerformanceReader(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect)
{
    /// <summary>
    /// How much larger a portion of days is than the one before, at most: a quiet day may come before busy ones.
    /// </summary>
    private const int MostGrowth = 4;

    public async Task<ReadPage<PerformanceRecord>> ListAsync(
        PerformanceQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, 4);
        long first = after is not null ? PageToken.ReadNumber(after[0]) : query.ProfileId?.Value ?? 0;
        RowPlace? last = after is not null ? RowPlace.Read(after) : null;
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            if (query.ProfileId is { } profileId)
            {
                var sql = new PerformanceSql(lease.Context, dialect, query, profileId);
                RowPlace? place = first == profileId.Value ? last : null;
                return Cut(await ReadAsync(sql, query, place, page.Size + 1, cancellationToken).ConfigureAwait(false));
            }

            PpcPerformanceScope? scope = await NextAsync(lease.Context, query, first, cancellationToken).ConfigureAwait(false);
            var found = new List<PlacedRecord>();
            while (scope is { } current)
            {
                found.AddRange(
                    await ReadAsync(
                        new PerformanceSql(lease.Context, dialect, query, new ProfileId(current.ProfileId), current),
                        query,
                        current.ProfileId == first ? last : null,
                        page.Size + 1 - found.Count,
                        cancellationToken).ConfigureAwait(false));
                scope = found.Count > page.Size
                    ? null
                    : await NextAsync(lease.Context, query, current.ProfileId + 1, cancellationToken).ConfigureAwait(false);
            }

            return Cut(found);
        }

        ReadPage<PerformanceRecord> Cut(List<PlacedRecord> found) =>
            page.Cut(found, row => row.Record, row => row.Place.Write(row.Record.ProfileId));
    }

    public async Task<IReadOnlyList<PerformanceTotals>> SumAsync(PerformanceQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            int[] scopes = await Scopes(lease.Context, query).Select(scope => scope.ScopeId).ToArrayAsync(cancellationToken)
                .ConfigureAwait(false);
            if (scopes.Length == 0)
            {
                return [];
            }

            SqlConditions where = new SqlConditions().And($"scope_id IN ({string.Join(", ", scopes)})")
                .AndIf("campaign_id = @campaign", "@campaign", query.CampaignId?.Value)
                .AndIf("date >= @start", "@start", query.StartDate is { } start ? dialect.DateValue(start) : null)
                .AndIf("date <= @end", "@end", query.EndDate is { } end ? dialect.DateValue(end) : null);
            return await lease.Context.Database.CreateExecutionStrategy().ExecuteAsync(
                async token =>
                {
                    SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, token).ConfigureAwait(false);
                    return await SqlSession.QueryAsync(
                        session.Command(SumSql(new TableNames(lease.Context), where), [.. where.Parameters]),
                        ReadTotals,
                        token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private string SumSql(TableNames names, SqlConditions where)
    {
        return $"""
            SELECT
              currency,
              count(*),
              {string.Join(",\n  ", PerformanceMetrics.Aggregated.Select(Sum))}
            FROM {names.Facts}
            WHERE {where}
            GROUP BY currency
            ORDER BY currency
            """;

        // Sums of bigint are numeric in PostgreSQL.
        string Sum(PerformanceMetric metric) =>
            PerformanceMetrics.GetColumnName(metric) is var name && PerformanceMetrics.IsMoney(metric)
            ? $"coalesce(sum({dialect.MoneyColumn(name)}), 0)"
            : $"CAST(coalesce(sum({name}), 0) AS bigint)";
    }

    private PerformanceTotals ReadTotals(System.Data.Common.DbDataReader reader) => new(
        reader.GetString(0),
        reader.GetInt64(1),
        new PerformanceSums(
            reader.GetInt64(2),
            reader.GetInt64(3),
            EntitySql.ReadMoney(dialect, reader, 4) ?? 0,
            EntitySql.ReadMoney(dialect, reader, 5) ?? 0,
            reader.GetInt64(6),
            reader.GetInt64(7)));

    private static IQueryable<PpcPerformanceScope> Scopes(DbContext context, PerformanceQuery query)
    {
        IQueryable<PpcPerformanceScope> scopes = context.Set<PpcPerformanceScope>().AsNoTracking()
            .Where(scope => scope.AccountId == query.AccountId.Value && scope.Dataset == query.Dataset);
        return query.ProfileId is { } profile ? scopes.Where(scope => scope.ProfileId == profile.Value) : scopes;
    }

    /// <summary>The first profile from one on that has rows, or had.</summary>
    private static Task<PpcPerformanceScope?> NextAsync(
        DbContext context, PerformanceQuery query, long from, CancellationToken cancellationToken) =>
        Scopes(context, query).Where(scope => scope.ProfileId >= from).OrderBy(scope => scope.ProfileId)
            .FirstOrDefaultAsync(cancellationToken);

    private static Task<List<PlacedRecord>> ReadAsync(
        PerformanceSql sql, PerformanceQuery query, RowPlace? after, int count, CancellationToken cancellationToken) =>
        query.CampaignId is null
            ? sql.ReadAsync(after?.Date ?? query.StartDate, query.EndDate, after, count, cancellationToken)
            : ReadCampaignAsync(sql, query, after, count, cancellationToken);

    /// <summary>
    /// Days in portions that grow to what a page needs, by how many rows the campaign has had a day: no index leads from a
    /// campaign to its days, and one more index would make every load slower.
    /// </summary>
    private static async Task<List<PlacedRecord>> ReadCampaignAsync(
        PerformanceSql sql,
        PerformanceQuery query,
        RowPlace? after,
        int count,
        CancellationToken cancellationToken)
    {
        var found = new List<PlacedRecord>();
        (DateOnly? first, DateOnly? last) = await sql.ReadEdgesAsync(cancellationToken).ConfigureAwait(false);
        DateOnly? start = Later(after?.Date ?? query.StartDate, first);
        DateOnly? end = last > query.EndDate ? query.EndDate : last;
        (int wholeDays, int rows, int days) = (0, 0, 1);
        while (found.Count < count && start is { } from && from <= end)
        {
            DateOnly to = from.AddDays(days - 1) < end ? from.AddDays(days - 1) : end.Value;
            List<PlacedRecord> read = await sql.ReadAsync(
                from, to, after, count - found.Count, cancellationToken).ConfigureAwait(false);
            found.AddRange(read);
            start = to.AddDays(1);
            if (after is not null)
            {
                // The rest of a day says nothing about days.
                after = null;
                continue;
            }

            (wholeDays, rows) = (wholeDays + days, rows + read.Count);
            int wanted = (int)Math.Ceiling((count - found.Count) * (double)wholeDays / Math.Max(1, rows));
            days = Math.Clamp(wanted, 1, Math.Min(days * MostGrowth, PerformanceSql.MostDays));
        }

        return found;

        static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
    }
}
