using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>What is read of a Kindle book after its ad was clicked or viewed.</summary>
internal static class BookFigures
{
    private const int WindowDays = 14;

    /// <summary>Whether a campaign advertises books: all of an author's do, and some of the others'.</summary>
    public static bool AdvertisesBooks(SimulatedCampaign campaign) =>
        campaign.Profile.IsAuthor || campaign.Dice.For("books").Chance(0.25);

    /// <summary>A reader begins some days after the ad, and counts from then on if that is within the window.</summary>
    /// <param name="reader">The reader's own dice.</param>
    /// <param name="curve">How long readers wait.</param>
    /// <param name="age">How many days ago the ad was.</param>
    public static Reading Read(Dice reader, DelayCurve curve, int age)
    {
        double delay = curve.DaysAt(reader.For("delay").Unit());
        if (delay >= WindowDays || delay >= DelayCurve.ReachOf(age))
        {
            return default;
        }

        // Half a cent a page, or half a yen.
        long pages = reader.For("pages").Between(10, 350);
        return new Reading(pages, pages / 2);
    }
}
