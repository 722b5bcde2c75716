namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>What readers read of Kindle books: pages, and what they earn in the currency's smallest unit.</summary>
internal readonly record struct Reading(long Pages, long RoyaltiesMinor)
{
    public static Reading operator +(Reading left, Reading right) =>
        new(left.Pages + right.Pages, left.RoyaltiesMinor + right.RoyaltiesMinor);
}
