namespace PpcAds.Sdk.Exports;

/// <summary>What a target aims at. Which members are there depends on the type.</summary>
public sealed record ExportedTargetDetails
{
    /// <summary>How near a search or a product must come, such as <c>BROAD</c>.</summary>
    public string? MatchType { get; init; }

    /// <summary>The words.</summary>
    public string? Keyword { get; init; }

    /// <summary>The words in the advertiser's language.</summary>
    public string? NativeLanguageKeyword { get; init; }

    /// <summary>That language, such as <c>zh_CN</c>.</summary>
    public string? NativeLanguageLocale { get; init; }

    /// <summary>The product.</summary>
    public string? Asin { get; init; }

    /// <summary>The category.</summary>
    public string? ProductCategoryId { get; init; }

    /// <summary>The brand within the category.</summary>
    public string? ProductBrand { get; init; }

    /// <summary>What shoppers did, such as a view or a purchase.</summary>
    public string? Event { get; init; }

    /// <summary>How long ago, in days.</summary>
    public string? Lookback { get; init; }

    /// <summary>The audience.</summary>
    public string? AudienceId { get; init; }
}
