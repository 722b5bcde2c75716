namespace PpcAds.Sdk.Etl;

/// <summary>An ad as it is stored.</summary>
public sealed record AdRecord : EntityRecord, IEntityRecord<AdRecord>
{
    /// <summary>The id.</summary>
    public required AdId AdId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The campaign it is in.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>The name; product ads have none.</summary>
    public string? Name { get; init; }

    /// <summary>The state as Amazon's newer APIs write it.</summary>
    public string? State { get; init; }

    /// <summary>What is shown, such as <c>PRODUCT_AD</c> or <c>VIDEO</c>.</summary>
    public string? AdType { get; init; }

    /// <summary>The product, if the ad is for one.</summary>
    public string? Asin { get; init; }

    /// <summary>The seller's own number of it.</summary>
    public string? Sku { get; init; }

    /// <summary>Where a click leads, if Amazon says so.</summary>
    public string? LandingPageUrl { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<AdRecord> Table { get; } = new()
    {
        EntityType = "ads",
        Name = "ppc_ads",
        IdColumn = "ad_id",
        Columns =
        [
            new("ad_product", EntityColumnKind.Text, ad => ad.AdProduct) { IsKey = true },
            new("campaign_id", EntityColumnKind.Number, ad => ad.CampaignId?.Value) { IsListOnly = true },
            new("ad_group_id", EntityColumnKind.Number, ad => ad.AdGroupId?.Value),
            new("name", EntityColumnKind.Text, ad => ad.Name),
            new("state", EntityColumnKind.Text, ad => ad.State),
            new("ad_type", EntityColumnKind.Text, ad => ad.AdType),
            new("asin", EntityColumnKind.Text, ad => ad.Asin) { IsListOnly = true },
            new("sku", EntityColumnKind.Text, ad => ad.Sku) { IsListOnly = true },
            new("landing_page_url", EntityColumnKind.Text, ad => ad.LandingPageUrl) { IsListOnly = true },
        ],
        Read = values => new AdRecord
        {
            AdId = new AdId(values.EntityId),
            AdProduct = values.Text("ad_product")!,
            CampaignId = values.Number("campaign_id") is { } campaign ? new CampaignId(campaign) : null,
            AdGroupId = values.Number("ad_group_id") is { } adGroup ? new AdGroupId(adGroup) : null,
            Name = values.Text("name"),
            State = values.Text("state"),
            AdType = values.Text("ad_type"),
            Asin = values.Text("asin"),
            Sku = values.Text("sku"),
            LandingPageUrl = values.Text("landing_page_url"),
        },
    };

    long IEntityRecord.EntityId => AdId.Value;
}
