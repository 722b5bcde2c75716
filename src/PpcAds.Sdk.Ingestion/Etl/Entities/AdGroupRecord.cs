using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>An ad group as it is stored.</summary>
public sealed record AdGroupRecord : EntityRecord, IEntityRecord<AdGroupRecord>
{
    /// <summary>The id.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>
    /// The campaign it is in; <see langword="null"/> when only a report named the ad group, without its campaign.
    /// </summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; init; }

    /// <summary>The bid of keywords that have none, in the profile's currency.</summary>
    public decimal? DefaultBid { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<AdGroupRecord> Table { get; } = new()
    {
        EntityType = "ad groups",
        Name = "ppc_ad_groups",
        IdColumn = "ad_group_id",
        SumsOf = DatasetGrain.AdGroup,
        Columns =
        [
            new("ad_product", EntityColumnKind.Text, adGroup => adGroup.AdProduct) { IsKey = true },
            new("campaign_id", EntityColumnKind.Number, adGroup => adGroup.CampaignId?.Value),
            new("name", EntityColumnKind.Text, adGroup => adGroup.Name),
            new("state", EntityColumnKind.Text, adGroup => adGroup.State),
            new("default_bid", EntityColumnKind.Money, adGroup => adGroup.DefaultBid),
        ],
        Read = values => new AdGroupRecord
        {
            AdGroupId = new AdGroupId(values.EntityId),
            AdProduct = values.Text("ad_product")!,
            CampaignId = values.Number("campaign_id") is { } campaign ? new CampaignId(campaign) : null,
            Name = values.Text("name"),
            State = values.Text("state"),
            DefaultBid = values.Money("default_bid"),
        },
    };

    long IEntityRecord.EntityId => AdGroupId.Value;

    /// <summary>The record of a Sponsored Products ad group.</summary>
    public static AdGroupRecord From(SpAdGroup adGroup)
    {
        ArgumentNullException.ThrowIfNull(adGroup);
        return new AdGroupRecord
        {
            AdGroupId = adGroup.AdGroupId,
            AdProduct = AdProducts.SponsoredProducts,
            CampaignId = adGroup.CampaignId.OrNull(),
            Name = adGroup.Name,
            State = adGroup.State.Value.OrNull(),
            DefaultBid = adGroup.DefaultBid,
        };
    }
}
