using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>A row as it is kept: money in millionths.</summary>
internal sealed class StoredRow
{
    public required DateOnly Date { get; init; }

    public required string EntityKey { get; init; }

    public required long? CampaignId { get; init; }

    public required long? AdGroupId { get; init; }

    public required long? AdId { get; init; }

    public required long? TargetId { get; init; }

    public required string?[] Texts { get; init; }

    public required string CurrencyCode { get; init; }

    public required int AttributionDays { get; init; }

    public required long?[] Metrics { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    public long this[PerformanceMetric metric] => Metrics[(int)metric] ?? 0;

    public static StoredRow From(PerformanceRow row, int attributionDays) => new()
    {
        Date = row.Date,
        EntityKey = row.GetEntityKey(),
        CampaignId = row.CampaignId,
        AdGroupId = row.AdGroupId,
        AdId = row.AdId,
        TargetId = row.TargetId,
        Texts = [.. Enum.GetValues<PerformanceText>().Select(row.GetText)],
        CurrencyCode = row.CurrencyCode,
        AttributionDays = attributionDays,
        Metrics = [.. PerformanceMetrics.All.Select(metric => row[metric])],
    };

    public void Add(StoredRow other)
    {
        for (int i = 0; i < Metrics.Length; i++)
        {
            Metrics[i] += other.Metrics[i];
        }
    }

    public bool IsSameAs(StoredRow other) =>
        (CampaignId, AdGroupId, AdId, TargetId) == (other.CampaignId, other.AdGroupId, other.AdId, other.TargetId)
        && (CurrencyCode, AttributionDays) == (other.CurrencyCode, other.AttributionDays)
        && Texts.SequenceEqual(other.Texts)
        && Metrics.SequenceEqual(other.Metrics);
}
