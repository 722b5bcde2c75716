using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>Where an ad leads, when not to a detail page. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name in capitals, as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<SdLandingPageType>))]
public readonly record struct SdLandingPageType(string Value) : IOpenEnum<SdLandingPageType>
{
    /// <summary>The name in capitals, as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>A store on Amazon.</summary>
    public static readonly SdLandingPageType Store = new("STORE");

    /// <summary>A moment.</summary>
    public static readonly SdLandingPageType Moment = new("MOMENT");

    /// <summary>A page elsewhere.</summary>
    public static readonly SdLandingPageType OffAmazonLink = new("OFF_AMAZON_LINK");

    static IReadOnlyList<SdLandingPageType> IOpenEnum<SdLandingPageType>.Known => [Store, Moment, OffAmazonLink];

    static SdLandingPageType IOpenEnum<SdLandingPageType>.FromText(string value) => new(value);

    /// <summary>The name in capitals, as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
