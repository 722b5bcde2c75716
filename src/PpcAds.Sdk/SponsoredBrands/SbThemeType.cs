using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>By what Amazon chooses keywords. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<SbThemeType>))]
public readonly record struct SbThemeType(string Value) : IOpenEnum<SbThemeType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>By the brand.</summary>
    public static readonly SbThemeType KeywordsRelatedToYourBrand = new("KEYWORDS_RELATED_TO_YOUR_BRAND");

    /// <summary>By the landing pages.</summary>
    public static readonly SbThemeType KeywordsRelatedToYourLandingPages = new("KEYWORDS_RELATED_TO_YOUR_LANDING_PAGES");

    static IReadOnlyList<SbThemeType> IOpenEnum<SbThemeType>.Known =>
        [KeywordsRelatedToYourBrand, KeywordsRelatedToYourLandingPages];

    static SbThemeType IOpenEnum<SbThemeType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
