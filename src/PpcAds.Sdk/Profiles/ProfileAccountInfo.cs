using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Profiles;

/// <summary>The advertiser behind a profile.</summary>
public sealed record ProfileAccountInfo
{
    /// <summary>The marketplace id, such as <c>ATVPDKIKX0DER</c>.</summary>
    [JsonPropertyName("marketplaceStringId")]
    public string? MarketplaceId { get; init; }

    /// <summary>The seller's or vendor's id. Not unique: it repeats across marketplaces.</summary>
    public string? Id { get; init; }

    /// <summary>Seller, vendor or agency.</summary>
    public ProfileType? Type { get; init; }

    /// <summary>The advertiser's name.</summary>
    public string? Name { get; init; }

    /// <summary><c>KDP_AUTHOR</c> or <c>AMAZON_ATTRIBUTION</c>, for such accounts.</summary>
    public string? SubType { get; init; }

    /// <summary>Whether a vendor has a valid way to pay.</summary>
    public bool? ValidPaymentMethod { get; init; }
}
