using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>What all targets of a campaign have in common on one day.</summary>
internal sealed class Circumstances
{
    public Circumstances(SimulatedCampaign campaign, DateOnly day, int age, double shareOfDay)
    {
        Traits = campaign.Traits;
        Age = age;
        ShareOfDay = shareOfDay;
        ConversionFactor = Traits.ConversionOn(day);
        EventPrice = Traits.Event.On(day).Price;
        CountsViews = campaign.Brand is not null || campaign.Display is not null;
        PaysForViews = campaign.PaysForViews;
    }

    public CampaignTraits Traits { get; }

    /// <summary>How many days ago the day was for the one who looks.</summary>
    public int Age { get; }

    /// <summary>The share of the day after which the budget is spent; 1 if it is enough.</summary>
    public double ShareOfDay { get; }

    public double ConversionFactor { get; }

    public double EventPrice { get; }

    public bool CountsViews { get; }

    public bool PaysForViews { get; }
}
