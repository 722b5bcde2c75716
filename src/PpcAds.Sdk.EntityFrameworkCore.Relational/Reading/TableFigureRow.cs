using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>The sums of one key as a query gives them; null where no row has a figure.</summary>
internal sealed class TableFigureRow
{
    /// <summary>The day, of sums by day.</summary>
    public DateOnly Date { get; init; }

    public long CampaignId { get; init; }

    public Guid Detail { get; init; }

    public long? AdGroupId { get; init; }

    public long? AdId { get; init; }

    public long? TargetId { get; init; }

    public string? TargetKind { get; init; }

    public string? TargetText { get; init; }

    public string? MatchType { get; init; }

    public string? SearchTerm { get; init; }

    public string? Placement { get; init; }

    public string? AdvertisedAsin { get; init; }

    public string? AdvertisedSku { get; init; }

    public long? Impressions { get; init; }

    public long? Clicks { get; init; }

    public decimal? Cost { get; init; }

    public decimal? Sales { get; init; }

    public long? Orders { get; init; }

    public long? Units { get; init; }

    public PerformanceSums ToSums() =>
        new(Impressions ?? 0, Clicks ?? 0, Cost ?? 0, Sales ?? 0, Orders ?? 0, Units ?? 0);

    public PerformanceFigures ToFigures(DatasetGrain grain, PerformanceSums? sums, PerformanceSums? previous) => new()
    {
        EntityKey = EntityKeyText.Of(grain, CampaignId, Detail.ToByteArray(true)),
        CampaignId = CampaignId == 0 ? null : new CampaignId(CampaignId),
        AdGroupId = AdGroupId is { } adGroup ? new AdGroupId(adGroup) : null,
        AdId = AdId,
        TargetId = TargetId,
        Texts = new (PerformanceText Text, string? Value)[]
        {
            (PerformanceText.TargetKind, TargetKind), (PerformanceText.TargetText, TargetText),
            (PerformanceText.MatchType, MatchType), (PerformanceText.SearchTerm, SearchTerm),
            (PerformanceText.Placement, Placement), (PerformanceText.AdvertisedAsin, AdvertisedAsin),
            (PerformanceText.AdvertisedSku, AdvertisedSku),
        }.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Text, pair => pair.Value!),
        Sums = sums,
        Previous = previous,
    };
}
