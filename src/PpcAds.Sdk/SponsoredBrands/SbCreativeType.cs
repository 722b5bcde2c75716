using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>What an ad looks like. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<SbCreativeType>))]
public readonly record struct SbCreativeType(string Value) : IOpenEnum<SbCreativeType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Several products of a brand.</summary>
    public static readonly SbCreativeType ProductCollection = new("PRODUCT_COLLECTION");

    /// <summary>Pages of a store.</summary>
    public static readonly SbCreativeType StoreSpotlight = new("STORE_SPOTLIGHT");

    /// <summary>A video of one product.</summary>
    public static readonly SbCreativeType Video = new("VIDEO");

    /// <summary>A video of the brand.</summary>
    public static readonly SbCreativeType BrandVideo = new("BRAND_VIDEO");

    /// <summary>Products that Amazon chooses.</summary>
    public static readonly SbCreativeType AutoCollection = new("AUTO_COLLECTION");

    /// <summary>Products that the advertiser chose.</summary>
    public static readonly SbCreativeType ManualCollection = new("MANUAL_COLLECTION");

    static IReadOnlyList<SbCreativeType> IOpenEnum<SbCreativeType>.Known =>
        [ProductCollection, StoreSpotlight, Video, BrandVideo, AutoCollection, ManualCollection];

    static SbCreativeType IOpenEnum<SbCreativeType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
