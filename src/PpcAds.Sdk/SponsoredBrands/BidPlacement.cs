using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>A place where ads stand and bids are moved. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<BidPlacement>))]
public readonly record struct BidPlacement(string Value) : IOpenEnum<BidPlacement>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The home page.</summary>
    public static readonly BidPlacement Home = new("HOME");

    /// <summary>Product pages.</summary>
    public static readonly BidPlacement DetailPage = new("DETAIL_PAGE");

    /// <summary>Top of search.</summary>
    public static readonly BidPlacement TopOfSearch = new("TOP_OF_SEARCH");

    /// <summary>All others.</summary>
    public static readonly BidPlacement Other = new("OTHER");

    static IReadOnlyList<BidPlacement> IOpenEnum<BidPlacement>.Known => [Home, DetailPage, TopOfSearch, Other];

    static BidPlacement IOpenEnum<BidPlacement>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
