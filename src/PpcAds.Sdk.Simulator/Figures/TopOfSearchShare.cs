using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>The share of the eligible top-of-search impressions that a row had.</summary>
internal static class TopOfSearchShare
{
    /// <summary>A fraction, null without impressions: both as live accounts show it.</summary>
    public static decimal? Of(FigureRow row)
    {
        if (row.Metrics.Impressions == 0)
        {
            return null;
        }

        Dice dice = (row.Target?.Dice ?? row.Campaign.Dice).For("share").For(row.Date?.DayNumber ?? 0);
        return Math.Round((decimal)dice.Unit() * 0.6m, 4);
    }
}
