using System.Text.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>What an ad shows.</summary>
public sealed record ExportedCreative : ExportedObject
{
    /// <summary>The products.</summary>
    public IReadOnlyList<ExportedProduct>? Products { get; init; }

    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>The name of the brand.</summary>
    public string? BrandName { get; init; }

    /// <summary>The logo, as Amazon sends it: such as <c>{"assetId": ...}</c>.</summary>
    public JsonElement? BrandLogo { get; init; }

    /// <summary>Images of the advertiser's, as Amazon sends them.</summary>
    public JsonElement? CustomImages { get; init; }

    /// <summary>Videos, as Amazon sends them.</summary>
    public JsonElement? Videos { get; init; }

    /// <summary>Where the ad leads to, as Amazon sends it.</summary>
    public JsonElement? LandingPage { get; init; }

    /// <summary>The cards of a store spotlight, as Amazon sends them.</summary>
    public JsonElement? Cards { get; init; }
}
