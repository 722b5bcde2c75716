using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Entities;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>
/// Performance records page by page, along the primary key: a page costs its own rows however large the table is. So profiles are gone
/// through one after another, and a campaign's rows are looked up day by day, since their keys begin with its id.
/// </summary>
internal sealed class PerformanceReader(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect)
{
    public async Task<ReadPage<PerformanceRecord>> ListAsync(PerformanceQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, 3);
        long? profile = after is not null ? PageToken.ReadNumber(after[0]) : query.ProfileId?.Value;
        (DateOnly Date, string Key)? last = after is not null ? (PageToken.ReadDate(after[1]), after[2]) : null;
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            profile ??= await NextProfileAsync(lease.Context, query, 0, cancellationToken).ConfigureAwait(false);
            var found = new List<PpcPerformanceRecord>();
            while (profile is { } current && !(query.ProfileId is { } only && only.Value != current))
            {
                found.AddRange(await ReadAsync(lease.Context, query, current, last, page.Size + 1 - found.Count, cancellationToken).ConfigureAwait(false));
                last = null;
                profile = found.Count > page.Size || query.ProfileId is not null
                    ? null
                    : await NextProfileAsync(lease.Context, query, current, cancellationToken).ConfigureAwait(false);
            }

            PpcPerformanceRecord? end = found.Count > page.Size ? found[page.Size - 1] : null;
            return new ReadPage<PerformanceRecord>(
                [.. found.Take(page.Size).Select(RecordMapping.ToRecord)],
                end is null ? null : PageToken.Write(end.ProfileId, end.Date, end.EntityKey));
        }
    }

    public async Task<IReadOnlyList<PerformanceTotals>> SumAsync(PerformanceQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parameters = new List<(string, object?)> { ("@account", query.AccountId.Value), ("@dataset", query.Dataset) };
        string where = "account_id = @account AND dataset = @dataset";
        Add("profile_id = @profile", "@profile", query.ProfileId?.Value);
        Add("campaign_id = @campaign", "@campaign", query.CampaignId?.Value);
        Add("date >= @start", "@start", query.StartDate is { } start ? dialect.DateValue(start) : null);
        Add("date <= @end", "@end", query.EndDate is { } end ? dialect.DateValue(end) : null);
        string sums = string.Join(", ", PerformanceMetrics.Aggregated.Select(Sum));
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Database.CreateExecutionStrategy().ExecuteAsync(
                async token =>
                {
                    SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, token).ConfigureAwait(false);
                    return await SqlSession.QueryAsync(
                        session.Command(
                            $"SELECT currency, count(*), {sums} FROM {new TableNames(lease.Context).Records} WHERE {where} GROUP BY currency ORDER BY currency",
                            [.. parameters]),
                        reader => new PerformanceTotals(
                            reader.GetString(0),
                            reader.GetInt64(1),
                            new PerformanceSums(
                                reader.GetInt64(2),
                                reader.GetInt64(3),
                                EntitySql.ReadMoney(dialect, reader, 4) ?? 0,
                                EntitySql.ReadMoney(dialect, reader, 5) ?? 0,
                                reader.GetInt64(6),
                                reader.GetInt64(7))),
                        token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }

        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                where += $" AND {condition}";
                parameters.Add((name, value));
            }
        }

        // Sums of bigint are numeric in PostgreSQL.
        string Sum(PerformanceMetric metric) => PerformanceMetrics.GetColumnName(metric) is var name && PerformanceMetrics.IsMoney(metric)
            ? $"coalesce(sum({dialect.MoneyColumn(name)}), 0)"
            : $"CAST(coalesce(sum({name}), 0) AS bigint)";
    }

    private static async Task<long?> NextProfileAsync(DbContext context, PerformanceQuery query, long after, CancellationToken cancellationToken) =>
        await context.Set<PpcPerformanceRecord>().AsNoTracking()
            .Where(row => row.AccountId == query.AccountId.Value && row.ProfileId > after)
            .OrderBy(row => row.ProfileId).Select(row => (long?)row.ProfileId)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    private static Task<List<PpcPerformanceRecord>> ReadAsync(
        DbContext context, PerformanceQuery query, long profile, (DateOnly Date, string Key)? after, int count, CancellationToken cancellationToken)
    {
        var names = new TableNames(context);
        var values = new List<object>();
        string from = $"{names.Records} AS r";
        string day = "r";
        if (query.CampaignId is { } campaign)
        {
            // A key is the campaign's id, alone or with '.' or '#' after it; both come before '/', and that before any digit.
            string id = campaign.Value.ToString(CultureInfo.InvariantCulture);
            from = $"{names.Days} AS d JOIN {names.Records} AS r ON r.account_id = d.account_id AND r.profile_id = d.profile_id "
                + $"AND r.dataset = d.dataset AND r.date = d.date AND r.entity_key >= {Value(id)} AND r.entity_key < {Value(id + "/")}";
            day = "d";
        }

        string where = $"{day}.account_id = {Value(query.AccountId.Value)} AND {day}.profile_id = {Value(profile)} AND {day}.dataset = {Value(query.Dataset)}";
        if ((after?.Date ?? query.StartDate) is { } start)
        {
            where += $" AND {day}.date >= {Value(start)}";
        }

        if (query.EndDate is { } end)
        {
            where += $" AND {day}.date <= {Value(end)}";
        }

        if (after is { } last)
        {
            // Of a row as a whole: a chain of ORs would read all rows before it.
            where += $" AND ({day}.date, r.entity_key) > ({Value(last.Date)}, {Value(last.Key)})";
        }

#pragma warning disable EF1002 // Our own names; values are parameters.
        return context.Set<PpcPerformanceRecord>()
            .FromSqlRaw($"SELECT r.* FROM {from} WHERE {where} ORDER BY {day}.date, r.entity_key LIMIT {Value(count)}", [.. values])
            .AsNoTracking().ToListAsync(cancellationToken);
#pragma warning restore EF1002

        string Value(object value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }
    }
}
