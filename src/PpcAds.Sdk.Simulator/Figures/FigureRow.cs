using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>One row of a report: what it is about, and its figures. Parts that the grouping does not have are null.</summary>
internal sealed record FigureRow(SimulatedCampaign Campaign, Metrics Metrics)
{
    /// <summary>The day; null in a summary.</summary>
    public DateOnly? Date { get; init; }

    public SimulatedAdGroup? AdGroup { get; init; }

    public SimulatedTarget? Target { get; init; }

    public SimulatedAd? Ad { get; init; }

    public string? Placement { get; init; }

    public string? SearchTerm { get; init; }

    public string? PurchasedAsin { get; init; }

    /// <summary>What is the same in all rows of one entity.</summary>
    public string Key =>
        $"{Campaign.CampaignId}.{AdGroup?.AdGroupId}.{Target?.TargetId}.{Ad?.AdId}.{Placement}.{SearchTerm}.{PurchasedAsin}";
}
