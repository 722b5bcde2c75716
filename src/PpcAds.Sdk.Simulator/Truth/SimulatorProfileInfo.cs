using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Simulator;

/// <summary>A simulated profile and what it holds.</summary>
/// <param name="ProfileId">The id.</param>
/// <param name="Region">The region that knows it.</param>
/// <param name="CountryCode">The marketplace's country.</param>
/// <param name="CurrencyCode">The currency of its amounts.</param>
/// <param name="TimeZone">The IANA time zone of its days.</param>
/// <param name="Type">seller, vendor or agency.</param>
/// <param name="IsViewOnly">Whether it is shared for viewing only.</param>
/// <param name="Campaigns">How many campaigns it has.</param>
/// <param name="AdGroups">How many ad groups.</param>
/// <param name="Keywords">How many keywords; automatic targets are none.</param>
public sealed record SimulatorProfileInfo(
    long ProfileId,
    [property: JsonConverter(typeof(JsonStringEnumConverter<SimulatorRegion>))] SimulatorRegion Region,
    string CountryCode,
    string CurrencyCode,
    string TimeZone,
    string Type,
    bool IsViewOnly,
    int Campaigns,
    int AdGroups,
    int Keywords)
{
    /// <summary>
    /// How many targets of Sponsored Products it has that are no keywords: automatic ones, products and categories.
    /// </summary>
    public int Targets { get; init; }

    /// <summary>Whether it is an author's: a vendor of subtype KDP_AUTHOR.</summary>
    public bool IsAuthor { get; init; }

    /// <summary>What it holds of Sponsored Brands.</summary>
    public SimulatorBrandCounts Brands { get; init; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>What it holds of Sponsored Display.</summary>
    public SimulatorDisplayCounts Display { get; init; } = new(0, 0, 0, 0, 0);
}
