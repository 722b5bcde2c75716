using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>Where a click leads. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<SbLandingPageType>))]
public readonly record struct SbLandingPageType(string Value) : IOpenEnum<SbLandingPageType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>A list of products.</summary>
    public static readonly SbLandingPageType ProductList = new("PRODUCT_LIST");

    /// <summary>A store.</summary>
    public static readonly SbLandingPageType Store = new("STORE");

    /// <summary>A product page.</summary>
    public static readonly SbLandingPageType DetailPage = new("DETAIL_PAGE");

    /// <summary>Any other page.</summary>
    public static readonly SbLandingPageType CustomUrl = new("CUSTOM_URL");

    static IReadOnlyList<SbLandingPageType> IOpenEnum<SbLandingPageType>.Known => [ProductList, Store, DetailPage, CustomUrl];

    static SbLandingPageType IOpenEnum<SbLandingPageType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
