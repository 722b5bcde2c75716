namespace PpcAds.Sdk.Simulator;

/// <summary>What the days of a campaign are drawn from. A factor of 1 changes nothing.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AdProduct">SPONSORED_PRODUCTS, SPONSORED_BRANDS or SPONSORED_DISPLAY.</param>
/// <param name="Product">What is advertised.</param>
public sealed record SimulatorCampaignParameters(long CampaignId, string AdProduct, string Product)
{
    /// <summary>Gets the factors of impressions by weekday, Monday first; their mean is 1.</summary>
    public required IReadOnlyList<double> WeekdayTraffic { get; init; }

    /// <summary>Gets the factors of the conversion rate by weekday, Monday first; their mean is 1.</summary>
    public required IReadOnlyList<double> WeekdayConversion { get; init; }

    /// <summary>Gets the growth of impressions per day, as a share of those of the first of 2025; may be negative.</summary>
    public required double DailyGrowth { get; init; }

    /// <summary>Gets the day of the year on which the slow wave of impressions is highest.</summary>
    public required int WavePeakDayOfYear { get; init; }

    /// <summary>Gets how far that wave goes up and down, as a share of its mean.</summary>
    public required double WaveAmplitude { get; init; }

    /// <summary>Gets the factor of impressions on the event day.</summary>
    public required double EventTraffic { get; init; }

    /// <summary>Gets the factor of the conversion rate on the event day.</summary>
    public required double EventConversion { get; init; }

    /// <summary>Gets the factor of the price of a click on the event day; no click costs more than the bid.</summary>
    public required double EventPrice { get; init; }

    /// <summary>Gets the most that the campaign spends on any day, in the profile's currency.</summary>
    public required decimal LargestDailySpend { get; init; }

    /// <summary>Gets the shares of clicks at the top of search, on product pages and on the rest of search.</summary>
    public required IReadOnlyList<double> PlacementClicks { get; init; }

    /// <summary>Gets the shares of orders in the same placements.</summary>
    public required IReadOnlyList<double> PlacementOrders { get; init; }
}
