using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Sinks;

/// <summary>A row of a report, with those of the same day and key added to it: money in millionths.</summary>
internal sealed class StagedRow
{
    private const decimal Micros = PerformanceMetrics.MicrosPerUnit;

    private static readonly PerformanceText[] AllTexts = Enum.GetValues<PerformanceText>();

    private readonly long? _campaignId;
    private readonly long? _adGroupId;
    private readonly long? _adId;
    private readonly long? _targetId;
    private readonly string _currencyCode;
    private readonly string?[] _texts;
    private readonly long?[] _metrics;
    private readonly string? _extra;
    private decimal? _topOfSearchImpressionShare;

    public StagedRow(PerformanceRow row)
    {
        Date = row.Date;
        EntityKey = row.GetEntityKey();
        _campaignId = row.CampaignId;
        _adGroupId = row.AdGroupId;
        _adId = row.AdId;
        _targetId = row.TargetId;
        _currencyCode = row.CurrencyCode;
        _texts = [.. AllTexts.Select(row.GetText)];
        _metrics = [.. PerformanceMetrics.All.Select(metric => row[metric])];
        _extra = row.GetExtra();
        _topOfSearchImpressionShare = row.TopOfSearchImpressionShare;
    }

    public DateOnly Date { get; }

    public string EntityKey { get; }

    /// <summary>How many rows of the file it stands for.</summary>
    public long Copies { get; private set; } = 1;

    public long CostMicros => _metrics[(int)PerformanceMetric.Cost] ?? 0;

    public void Add(StagedRow other)
    {
        Copies++;
        for (int i = 0; i < _metrics.Length; i++)
        {
            _metrics[i] += other._metrics[i];
        }

        // A share of the sum cannot be known from the shares of its parts.
        if (_topOfSearchImpressionShare != other._topOfSearchImpressionShare)
        {
            _topOfSearchImpressionShare = null;
        }
    }

    public bool IsSameAs(PerformanceRecord known, int attributionDays) =>
        (_campaignId, _adGroupId, _adId, _targetId)
            == (known.CampaignId?.Value, known.AdGroupId?.Value, known.AdId, known.TargetId)
        && (_currencyCode, attributionDays) == (known.CurrencyCode, known.AttributionDays)
        && (_topOfSearchImpressionShare, _extra) == (known.TopOfSearchImpressionShare, known.Extra)
        && AllTexts.All(text => known.Texts.GetValueOrDefault(text) == _texts[(int)text])
        && PerformanceMetrics.All.All(
            metric => (known.Metrics.TryGetValue(metric, out decimal value) ? value : null) == ValueOf(metric));

    public PerformanceRecord ToRecord(LoadScope scope, DateTimeOffset now) => new()
    {
        AccountId = scope.AccountId,
        ProfileId = scope.ProfileId,
        Dataset = scope.Dataset.Id,
        Date = Date,
        EntityKey = EntityKey,
        CampaignId = _campaignId is { } campaign ? new CampaignId(campaign) : null,
        AdGroupId = _adGroupId is { } adGroup ? new AdGroupId(adGroup) : null,
        AdId = _adId,
        TargetId = _targetId,
        Texts = AllTexts.Where(text => _texts[(int)text] is not null).ToDictionary(text => text, text => _texts[(int)text]!),
        CurrencyCode = _currencyCode,
        AttributionDays = scope.AttributionDays,
        Metrics = PerformanceMetrics.All.Where(metric => _metrics[(int)metric] is not null)
            .ToDictionary(metric => metric, metric => ValueOf(metric)!.Value),
        TopOfSearchImpressionShare = _topOfSearchImpressionShare,
        Extra = _extra,
        ChangedAt = now,
    };

    private decimal? ValueOf(PerformanceMetric metric) =>
        PerformanceMetrics.IsMoney(metric) ? _metrics[(int)metric] / Micros : _metrics[(int)metric];
}
