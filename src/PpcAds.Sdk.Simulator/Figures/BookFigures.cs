using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>What is read of a Kindle book after its ad was clicked or viewed.</summary>
internal static class BookFigures
{
    private const int WindowDays = 14;

    /// <summary>Whether a campaign advertises books: all of an author's do, and some of the others'.</summary>
    public static bool AdvertisesBooks(SimulatedCampaign campaign) =>
        campaign.Profile.IsAuthor || campaign.Dice.For("books").Chance(0.25);

    /// <summary>Each reader begins some days after the ad, and counts from then on if that is within the window.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="dice">Those of the target, the day and the kind of contact.</param>
    /// <param name="contacts">How many clicks or views there were.</param>
    /// <param name="share">The share of them that brings a reader.</param>
    /// <param name="age">How many days ago that was.</param>
    public static Reading After(SimulatedCampaign campaign, Dice dice, long contacts, double share, int age)
    {
        var sum = default(Reading);
        if (!AdvertisesBooks(campaign))
        {
            return sum;
        }

        long readers = TargetFigures.RoundByChance(contacts * share, dice.For("readers"));
        for (long number = 0; number < readers; number++)
        {
            Dice own = dice.For("reader").For(number);
            int delay = TargetFigures.Delay(own.For("delay").Unit());
            if (delay <= age && delay < WindowDays)
            {
                // Half a cent a page, or half a yen.
                long pages = own.For("pages").Between(10, 350);
                sum += new Reading(pages, pages / 2);
            }
        }

        return sum;
    }
}
