using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Records;

/// <summary>
/// Rows of <c>performance_facts</c> of one profile and dataset: where they are, and what records they stand for.
/// </summary>
internal sealed class FactRows
{
    public const string ScopeId = "scope_id";
    public const string Date = "date";
    public const string CampaignId = "campaign_id";
    public const string Detail = "detail";
    public const string AdGroupId = "ad_group_id";
    public const string TargetId = "target_id";
    public const string Currency = "currency";

    private static readonly PerformanceText[] Texts = Enum.GetValues<PerformanceText>();

    private readonly PpcPerformanceScope _scope;
    private readonly DatasetGrain _grain;
    private readonly PerformanceMetric[] _reported;

    public FactRows(PpcPerformanceScope scope)
    {
        _scope = scope;
        _grain = Datasets.Get(scope.Dataset).Grain;
        _reported = [.. PerformanceMetrics.All.Where(metric => (scope.Metrics & (1L << (int)metric)) != 0)];
    }

    /// <summary>The rows of a profile and dataset.</summary>
    public static IQueryable<Dictionary<string, object>> Of(DbContext context, int scopeId) =>
        context.Set<Dictionary<string, object>>(FactTable.Name).AsNoTracking()
            .Where(row => EF.Property<int>(row, ScopeId) == scopeId);

    /// <summary>The condition of rows of some days.</summary>
    public static Expression<Func<Dictionary<string, object>, bool>> Between(DateOnly first, DateOnly last) =>
        row => EF.Property<DateOnly>(row, Date) >= first && EF.Property<DateOnly>(row, Date) <= last;

    /// <summary>The key of a row, as a place in the table.</summary>
    public static RowPlace PlaceOf(Dictionary<string, object> row) => new(
        (DateOnly)row[Date],
        (long)row[CampaignId],
        Convert.ToHexStringLower(((Guid)row[Detail]).ToByteArray(true)));

    /// <summary>A row that has nothing but the key of a record.</summary>
    public Dictionary<string, object> KeyOf(PerformanceRecord record) => new()
    {
        [ScopeId] = _scope.ScopeId,
        [Date] = record.Date,
        [CampaignId] = record.CampaignId?.Value ?? 0,
        [Detail] = new Guid(RecordDetail.Of(record), true),
    };

    /// <summary>The row of a record: without zeros, and without what another column has.</summary>
    public Dictionary<string, object> RowOf(PerformanceRecord record)
    {
        Dictionary<string, object> row = KeyOf(record);
        row["changed_at"] = record.ChangedAt;
        row["attribution_days"] = (short)record.AttributionDays;
        row[Currency] = record.CurrencyCode;
        Add(AdGroupId, record.AdGroupId?.Value);
        Add("ad_id", record.AdId);
        Add(TargetId, record.TargetId);
        Add(FactTable.Share, record.TopOfSearchImpressionShare);
        Add(FactTable.Extra, record.Extra);
        foreach ((PerformanceText text, string value) in record.Texts)
        {
            row[FactTable.ColumnOf(text)] = value;
        }

        foreach ((PerformanceMetric metric, decimal value) in record.Metrics)
        {
            if (value != 0 && StoredMetrics.IsStored(metric, _reported, record.AttributionDays))
            {
                row[PerformanceMetrics.GetColumnName(metric)] = ToColumn(metric, value);
            }
        }

        return row;

        void Add(string column, object? value)
        {
            if (value is not null)
            {
                row[column] = value;
            }
        }
    }

    /// <summary>A figure as it stands in its column.</summary>
    public static object ToColumn(PerformanceMetric metric, decimal value) =>
        PerformanceMetrics.IsMoney(metric) ? (object)value : checked((int)value);

    /// <summary>The record that a row stands for.</summary>
    public PerformanceRecord RecordOf(Dictionary<string, object> row)
    {
        long campaign = (long)row[CampaignId];
        int attributionDays = (short)row["attribution_days"];
        return new PerformanceRecord
        {
            AccountId = new AccountId(_scope.AccountId),
            ProfileId = new ProfileId(_scope.ProfileId),
            Dataset = _scope.Dataset,
            Date = (DateOnly)row[Date],
            EntityKey = KeyText(campaign, (Guid)row[Detail]),
            CampaignId = campaign == 0 ? null : new CampaignId(campaign),
            AdGroupId = Value<long>(AdGroupId) is { } adGroup ? new AdGroupId(adGroup) : null,
            AdId = Value<long>("ad_id"),
            TargetId = Value<long>(TargetId),
            CurrencyCode = (string)row[Currency],
            AttributionDays = attributionDays,
            ChangedAt = (DateTimeOffset)row["changed_at"],
            TopOfSearchImpressionShare = Value<decimal>(FactTable.Share),
            Extra = row.GetValueOrDefault(FactTable.Extra) as string,
            Texts = Texts.Select(text => (text, Value: row.GetValueOrDefault(FactTable.ColumnOf(text)) as string))
                .Where(pair => pair.Value is not null).ToDictionary(pair => pair.text, pair => pair.Value!),
            Metrics = _reported.ToDictionary(metric => metric, metric => Figure(metric)),
        };

        T? Value<T>(string column)
            where T : struct => row.GetValueOrDefault(column) is T value ? value : null;

        decimal Figure(PerformanceMetric metric)
        {
            PerformanceMetric stored = StoredMetrics.IsStored(metric, _reported, attributionDays)
                ? metric
                : StoredMetrics.HeadlineOf(metric)!.Value;
            string column = PerformanceMetrics.GetColumnName(stored);
            return PerformanceMetrics.IsMoney(stored) ? Value<decimal>(column) ?? 0 : Value<int>(column) ?? 0;
        }
    }

    /// <summary>The key of a row as text.</summary>
    public string KeyText(long campaignId, Guid detail) => EntityKeyText.Of(_grain, campaignId, detail.ToByteArray(true));
}
