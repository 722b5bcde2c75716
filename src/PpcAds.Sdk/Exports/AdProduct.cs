using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>An ad product. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<AdProduct>))]
public readonly record struct AdProduct(string Value) : IOpenEnum<AdProduct>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Sponsored Products.</summary>
    public static readonly AdProduct SponsoredProducts = new("SPONSORED_PRODUCTS");

    /// <summary>Sponsored Brands.</summary>
    public static readonly AdProduct SponsoredBrands = new("SPONSORED_BRANDS");

    /// <summary>Sponsored Display.</summary>
    public static readonly AdProduct SponsoredDisplay = new("SPONSORED_DISPLAY");

    static AdProduct IOpenEnum<AdProduct>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
