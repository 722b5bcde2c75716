using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A place where ads stand. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<Placement>))]
public readonly record struct Placement(string Value) : IOpenEnum<Placement>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Top of search.</summary>
    public static readonly Placement Top = new("PLACEMENT_TOP");

    /// <summary>Product pages.</summary>
    public static readonly Placement ProductPage = new("PLACEMENT_PRODUCT_PAGE");

    /// <summary>The rest of search.</summary>
    public static readonly Placement RestOfSearch = new("PLACEMENT_REST_OF_SEARCH");

    /// <summary>Amazon Business.</summary>
    public static readonly Placement AmazonBusiness = new("SITE_AMAZON_BUSINESS");

    static IReadOnlyList<Placement> IOpenEnum<Placement>.Known => [Top, ProductPage, RestOfSearch, AmazonBusiness];

    static Placement IOpenEnum<Placement>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
