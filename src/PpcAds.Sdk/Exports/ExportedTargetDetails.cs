namespace PpcAds.Sdk.Exports;

/// <summary>What a target aims at. Which members are there depends on the type.</summary>
public sealed record ExportedTargetDetails : ExportedObject
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

    /// <summary>The audience by name.</summary>
    public string? AudienceIdResolved { get; init; }

    /// <summary>The category by name.</summary>
    public string? ProductCategoryResolved { get; init; }

    /// <summary>The brand by name.</summary>
    public string? ProductBrandResolved { get; init; }

    /// <summary>The product by name.</summary>
    public string? AsinResolved { get; init; }

    /// <summary>The product's genre.</summary>
    public string? ProductGenre { get; init; }

    /// <summary>The genre by name.</summary>
    public string? ProductGenreResolved { get; init; }

    /// <summary>The age range that the product is for.</summary>
    public string? ProductAgeRange { get; init; }

    /// <summary>The age range by name.</summary>
    public string? ProductAgeRangeResolved { get; init; }

    /// <summary>The price, in the profile's currency, that the product must be below.</summary>
    public string? ProductPriceLessThan { get; init; }

    /// <summary>The price, in the profile's currency, that the product must be above.</summary>
    public string? ProductPriceGreaterThan { get; init; }

    /// <summary>The stars that the product must be below.</summary>
    public string? ProductRatingLessThan { get; init; }

    /// <summary>The stars that the product must be above.</summary>
    public string? ProductRatingGreaterThan { get; init; }

    /// <summary>Whether the product must be (or not be) eligible for Prime shipping.</summary>
    public string? ProductPrimeShippingEligible { get; init; }
}
