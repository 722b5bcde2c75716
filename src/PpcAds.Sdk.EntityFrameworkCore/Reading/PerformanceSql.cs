using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>
/// Statements about the performance records of one profile and dataset, which are a stretch of the primary key.
/// </summary>
internal sealed class PerformanceSql(DbContext context, PpcAdsSqlDialect dialect, PerformanceQuery query, long profile)
{
    /// <summary>The most days that are named in one statement.</summary>
    public const int MostDays = 400;

    private static readonly PerformanceText[] Texts = Enum.GetValues<PerformanceText>();

    private static readonly string[] Keys =
        ["date", "entity_key", "campaign_id", "ad_group_id", "ad_id", "target_id", "currency", "attribution_days", "changed_at"];

    /// <summary>The first or last day that has a record.</summary>
    public async Task<DateOnly?> EdgeAsync(bool isFirst, CancellationToken cancellationToken)
    {
        IQueryable<PpcPerformanceRecord> rows = context.Set<PpcPerformanceRecord>().AsNoTracking()
            .Where(row => row.AccountId == query.AccountId.Value && row.ProfileId == profile && row.Dataset == query.Dataset);
        IQueryable<PpcPerformanceRecord> ordered =
            isFirst ? rows.OrderBy(row => row.Date) : rows.OrderByDescending(row => row.Date);
        return await ordered.Select(row => (DateOnly?)row.Date).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records by day and key.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="end">The last day, inclusive.</param>
    /// <param name="after">The record that they come after.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<List<PerformanceRecord>> ReadAsync(
        DateOnly? start, DateOnly? end, (DateOnly Date, string Key)? after, int count, CancellationToken cancellationToken)
    {
        var where = new SqlConditions();
        where.And($"account_id = {where.Value(query.AccountId.Value)}")
            .And($"profile_id = {where.Value(profile)}")
            .And($"dataset = {where.Value(query.Dataset)}");
        if (query.CampaignId is { } campaign && start is { } from && end is { } to)
        {
            // A key is the campaign's id, alone or with '.' or '#' after it; both come before '/', and that before any digit.
            string id = campaign.Value.ToString(CultureInfo.InvariantCulture);
            IEnumerable<string> days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1)
                .Select(day => Day(from.AddDays(day)));
            where.And($"date IN ({string.Join(", ", days)})")
                .And($"entity_key >= {where.Value(id)}")
                .And($"entity_key < {where.Value(id + "/")}");
        }
        else
        {
            if (start is { } first)
            {
                where.And($"date >= {Day(first)}");
            }

            if (end is { } last)
            {
                where.And($"date <= {Day(last)}");
            }
        }

        if (after is { } previous)
        {
            // Of a row as a whole: a chain of ORs would read all rows before it.
            where.And($"(date, entity_key) > ({Day(previous.Date)}, {where.Value(previous.Key)})");
        }

        IEnumerable<string> columns =
        [
            .. Keys,
            .. Texts.Select(text => EnumText.Of(text)),
            .. PerformanceMetrics.All.Select(ColumnOf),
        ];
        string sql = $"""
            SELECT {string.Join(", ", columns)}
            FROM {new TableNames(context).Records}
            WHERE {where}
            ORDER BY date, entity_key
            LIMIT {where.Value(count)}
            """;
        return context.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                SqlSession session = await SqlSession.OpenAsync(context, dialect, token).ConfigureAwait(false);
                return await SqlSession.QueryAsync(session.Command(sql, [.. where.Parameters]), Read, token)
                    .ConfigureAwait(false);
            },
            cancellationToken);

        string Day(DateOnly day) => where.Value(dialect.DateValue(day));
    }

    private string ColumnOf(PerformanceMetric metric) => PerformanceMetrics.IsMoney(metric)
        ? dialect.MoneyColumn(PerformanceMetrics.GetColumnName(metric))
        : PerformanceMetrics.GetColumnName(metric);

    private PerformanceRecord Read(DbDataReader reader)
    {
        int firstMetric = Keys.Length + Texts.Length;
        return new PerformanceRecord
        {
            AccountId = query.AccountId,
            ProfileId = new ProfileId(profile),
            Dataset = query.Dataset,
            Date = dialect.ReadDate(reader, 0),
            EntityKey = reader.GetString(1),
            CampaignId = Id(2) is { } campaign ? new CampaignId(campaign) : null,
            AdGroupId = Id(3) is { } adGroup ? new AdGroupId(adGroup) : null,
            AdId = Id(4),
            TargetId = Id(5),
            CurrencyCode = reader.GetString(6),
            AttributionDays = reader.GetInt32(7),
            ChangedAt = dialect.ReadInstant(reader, 8),
            Texts = Texts.Where(text => !reader.IsDBNull(Keys.Length + (int)text))
                .ToDictionary(text => text, text => reader.GetString(Keys.Length + (int)text)),
            Metrics = PerformanceMetrics.All.Select((metric, at) => (metric, Value: Metric(metric, firstMetric + at)))
                .Where(pair => pair.Value is not null).ToDictionary(pair => pair.metric, pair => pair.Value!.Value),
        };

        long? Id(int at) => reader.IsDBNull(at) ? null : reader.GetInt64(at);

        decimal? Metric(PerformanceMetric metric, int at) =>
            PerformanceMetrics.IsMoney(metric) ? EntitySql.ReadMoney(dialect, reader, at) : Id(at);
    }
}
