using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>
/// Statements about the performance records of one profile and dataset, which are a stretch of the primary key.
/// </summary>
internal sealed class PerformanceSql(
    DbContext context,
    PpcAdsSqlDialect dialect,
    PerformanceQuery query,
    ProfileId profileId,
    PpcPerformanceScope? scope = null)
{
    /// <summary>The most days that are named in one statement.</summary>
    public const int MostDays = 400;

    private static readonly PerformanceText[] Texts = Enum.GetValues<PerformanceText>();

    private static readonly IReadOnlyList<PerformanceMetric> Metrics = ReportedFigures.Metrics;

    private readonly TableNames _names = new(context);

    private static readonly string[] Keys =
    [
        "r.date", "r.campaign_id", "r.detail", "r.ad_group_id", "r.ad_id", "r.target_id", "r.currency", "r.attribution_days",
        "r.changed_at",
    ];

    private readonly DatasetGrain _grain = Datasets.Find(query.Dataset)?.Grain ?? DatasetGrain.Target;

    private ReportedFigures? _figures;

    /// <summary>The first and the last day that have records.</summary>
    public async Task<(DateOnly? First, DateOnly? Last)> ReadEdgesAsync(CancellationToken cancellationToken)
    {
        SqlConditions where = InScope();
        string sql = $"""
            SELECT
              ({Edge("")}),
              ({Edge(" DESC")})
            """;
        return (await RunAsync(sql, where, reader => (Day(reader, 0), Day(reader, 1)), cancellationToken)
            .ConfigureAwait(false))[0];

        string Edge(string direction) => $"""
            SELECT r.date
              FROM {_names.Facts} r
              WHERE {where}
              ORDER BY r.date{direction}
              LIMIT 1
            """;

        DateOnly? Day(DbDataReader reader, int at) => reader.IsDBNull(at) ? null : dialect.ReadDate(reader, at);
    }

    /// <summary>Records by day, campaign and the rest of their keys.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="end">The last day, inclusive.</param>
    /// <param name="after">The record that they come after.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<List<PlacedRecord>> ReadAsync(
        DateOnly? start, DateOnly? end, RowPlace? after, int count, CancellationToken cancellationToken)
    {
        SqlConditions where = InScope();
        if (query.CampaignId is { } campaign && start is { } from && end is { } to)
        {
            // Each day is a stretch of the key.
            IEnumerable<string> days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1)
                .Select(day => Day(from.AddDays(day)));
            where.And($"r.date IN ({string.Join(", ", days)})")
                .And($"r.campaign_id = {where.Value(campaign.Value)}");
        }
        else
        {
            if (start is { } first)
            {
                where.And($"r.date >= {Day(first)}");
            }

            if (end is { } last)
            {
                where.And($"r.date <= {Day(last)}");
            }
        }

        if (after is { } previous)
        {
            // Of a row as a whole: a chain of ORs would read all rows before it.
            string place = $"{Day(previous.Date)}, {where.Value(previous.CampaignId)}, "
                + where.Value(dialect.DetailValue(previous.ToDetail()));
            where.And($"(r.date, r.campaign_id, r.detail) > ({place})");
        }

        // Figures as they are stored: to plan a CASE for each takes a database longer than to read the page.
        IEnumerable<string> selected =
        [
            .. Keys,
            .. Texts.Select(text => "r." + EnumText.Of(text)),
            .. Metrics.Select(metric => "r." + StagingTable.ColumnOf(dialect, metric)),
            "r." + dialect.MoneyColumn(FactTable.Share),
            "r." + FactTable.Extra,
            OfScope("metrics", where),
        ];
        string sql = $"""
            SELECT
              {string.Join(",\n  ", selected)}
            FROM {_names.Facts} r
            WHERE {where}
            ORDER BY r.date, r.campaign_id, r.detail
            LIMIT {where.Value(count)}
            """;
        return RunAsync(sql, where, Read, cancellationToken);

        string Day(DateOnly day) => where.Value(dialect.DateValue(day));
    }

    private SqlConditions InScope()
    {
        var where = new SqlConditions();
        return where.And($"r.scope_id = {OfScope("scope_id", where)}");
    }

    /// <summary>What is known of the profile and dataset; else the statement looks it up itself, once.</summary>
    private string OfScope(string column, SqlConditions where) => scope is { } known
        ? where.Value(column == "metrics" ? known.Metrics : known.ScopeId)
        : $"""
            (
                SELECT o.{column}
                FROM {_names.Scopes} o
                WHERE o.account_id = {where.Value(query.AccountId.Value)}
                  AND o.profile_id = {where.Value(profileId.Value)}
                  AND o.dataset = {where.Value(query.Dataset)})
            """.TrimStart();

    private Task<List<T>> RunAsync<T>(
        string sql, SqlConditions where, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                using PageConnection page = await dialect.OpenForPageAsync(context, token).ConfigureAwait(false);
                var session = new SqlSession(page.Connection, dialect);
                List<T> rows = await SqlSession.QueryAsync(session.Command(sql, [.. where.Parameters]), read, token)
                    .ConfigureAwait(false);
                page.Complete();
                return rows;
            },
            cancellationToken);

    /// <summary>The figures of a row; nearly always those of the row before.</summary>
    private ReportedFigures FiguresOf(long reported, int attributionDays)
    {
        if (_figures is not { } figures || figures.Reported != reported || figures.AttributionDays != attributionDays)
        {
            _figures = figures = ReportedFigures.Of(reported, attributionDays);
        }

        return figures;
    }

    private PlacedRecord Read(DbDataReader reader)
    {
        int firstText = Keys.Length;
        int firstMetric = firstText + Texts.Length;
        int share = firstMetric + Metrics.Count;
        int attributionDays = reader.GetInt32(7);
        long reported = reader.GetInt64(share + 2);
        DateOnly date = dialect.ReadDate(reader, 0);
        long campaignId = reader.GetInt64(1);
        byte[] detail = dialect.ReadDetail(reader, 2);
        var record = new PerformanceRecord
        {
            AccountId = query.AccountId,
            ProfileId = profileId,
            Dataset = query.Dataset,
            Date = date,
            EntityKey = EntityKeyText.Of(_grain, campaignId, detail),
            CampaignId = campaignId == 0 ? null : new CampaignId(campaignId),
            AdGroupId = Id(3) is { } adGroup ? new AdGroupId(adGroup) : null,
            AdId = Id(4),
            TargetId = Id(5),
            CurrencyCode = reader.GetString(6),
            AttributionDays = attributionDays,
            ChangedAt = dialect.ReadInstant(reader, 8),
            TopOfSearchImpressionShare = EntitySql.ReadMoney(dialect, reader, share),
            Extra = reader.IsDBNull(share + 1) ? null : reader.GetString(share + 1),
            Texts = ReadTexts(reader, firstText),
            Metrics = ReadMetrics(reader, firstMetric, FiguresOf(reported, attributionDays)),
        };
        return new PlacedRecord(date, campaignId, detail, record);

        long? Id(int at) => reader.IsDBNull(at) ? null : reader.GetInt64(at);
    }

    private static Dictionary<PerformanceText, string> ReadTexts(DbDataReader reader, int first)
    {
        var texts = new Dictionary<PerformanceText, string>();
        foreach (PerformanceText text in Texts)
        {
            if (!reader.IsDBNull(first + (int)text))
            {
                texts.Add(text, reader.GetString(first + (int)text));
            }
        }

        return texts;
    }

    private Dictionary<PerformanceMetric, decimal> ReadMetrics(DbDataReader reader, int first, ReportedFigures figures)
    {
        var metrics = new Dictionary<PerformanceMetric, decimal>(figures.Sources.Count);
        foreach ((PerformanceMetric metric, PerformanceMetric source) in figures.Sources)
        {
            int at = first + (int)source;
            decimal? figure = PerformanceMetrics.IsMoney(source) ? EntitySql.ReadMoney(dialect, reader, at)
                : reader.IsDBNull(at) ? null : reader.GetInt64(at);
            metrics.Add(metric, figure ?? 0);
        }

        return metrics;
    }
}
