using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>Rows of what the figures of targets were taken apart by.</summary>
internal static class SlotRows
{
    private static readonly string[] PlacementNames =
        ["Top of Search on-Amazon", "Detail Page on-Amazon", "Other on-Amazon"];

    /// <summary>A row for each placement of a campaign.</summary>
    public static IEnumerable<FigureRow> Placements(
        SimulatedCampaign campaign, List<(SimulatedTarget Target, Metrics[] Parts)> targets) =>
        PlacementNames.Select((name, slot) =>
            new FigureRow(campaign, Metrics.Sum(targets.Select(target => target.Parts[slot]))) { Placement = name });

    /// <summary>A row for each ad of each ad group.</summary>
    public static IEnumerable<FigureRow> Ads(
        SimulatedCampaign campaign, List<(SimulatedTarget Target, Metrics[] Parts)> targets) =>
        targets.GroupBy(target => target.Target.AdGroup).SelectMany(group => group.Key.Ads.Select((ad, slot) =>
            new FigureRow(campaign, Metrics.Sum(group.Select(target => target.Parts[slot]))) { AdGroup = group.Key, Ad = ad }));
}
