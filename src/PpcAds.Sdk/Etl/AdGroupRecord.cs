using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>An ad group as it is stored.</summary>
public sealed record AdGroupRecord : IEntityRecord
{
    /// <summary>The id.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; init; }

    /// <summary>The bid of keywords that have none, in the profile's currency.</summary>
    public decimal? DefaultBid { get; init; }

    static string IEntityRecord.EntityType => "ad groups";

    long IEntityRecord.EntityId => AdGroupId.Value;

    /// <summary>The record of a Sponsored Products ad group.</summary>
    public static AdGroupRecord From(AdGroup adGroup)
    {
        ArgumentNullException.ThrowIfNull(adGroup);
        return new AdGroupRecord
        {
            AdGroupId = adGroup.AdGroupId,
            AdProduct = AdProducts.SponsoredProducts,
            CampaignId = adGroup.CampaignId,
            Name = adGroup.Name,
            State = adGroup.State.Value,
            DefaultBid = adGroup.DefaultBid,
        };
    }
}
