namespace PpcAds.Sdk.Reports;

/// <summary>The ids of the report types in <see cref="ReportCatalogue"/>. Amazon Ads reporting v3: <c>reportTypeId</c>.</summary>
public static class ReportTypeIds
{
    /// <summary>Conversion path reports (All ad products).</summary>
    public const string ConversionPath = "conversionPath";

    /// <summary>Audience reports (Amazon DSP).</summary>
    public const string DspAudience = "dspAudience";

    /// <summary>Audio and video reports (Amazon DSP).</summary>
    public const string DspAudioAndVideo = "dspAudioAndVideo";

    /// <summary>Bid adjustment reports (Amazon DSP).</summary>
    public const string DspBidAdjustment = "dspBidAdjustment";

    /// <summary>Campaign reports (Amazon DSP).</summary>
    public const string DspCampaign = "dspCampaign";

    /// <summary>Geo reports (Amazon DSP).</summary>
    public const string DspGeo = "dspGeo";

    /// <summary>Inventory reports (Amazon DSP).</summary>
    public const string DspInventory = "dspInventory";

    /// <summary>Product reports (Amazon DSP).</summary>
    public const string DspProduct = "dspProduct";

    /// <summary>Reach and frequency reports (Amazon DSP).</summary>
    public const string DspReachFrequency = "dspReachFrequency";

    /// <summary>Tech reports (Amazon DSP).</summary>
    public const string DspTech = "dspTech";

    /// <summary>Ad group reports (Sponsored Brands).</summary>
    public const string SbAdGroup = "sbAdGroup";

    /// <summary>Ad reports (Sponsored Brands).</summary>
    public const string SbAds = "sbAds";

    /// <summary>Audience reports (Sponsored Brands).</summary>
    public const string SbAudiences = "sbAudiences";

    /// <summary>Placement reports (Sponsored Brands).</summary>
    public const string SbCampaignPlacement = "sbCampaignPlacement";

    /// <summary>Campaign reports (Sponsored Brands).</summary>
    public const string SbCampaigns = "sbCampaigns";

    /// <summary>Gross and invalid traffic reports (Sponsored Brands).</summary>
    public const string SbGrossAndInvalids = "sbGrossAndInvalids";

    /// <summary>Purchased product reports (Sponsored Brands).</summary>
    public const string SbPurchasedProduct = "sbPurchasedProduct";

    /// <summary>Search term reports (Sponsored Brands).</summary>
    public const string SbSearchTerm = "sbSearchTerm";

    /// <summary>Targeting reports (Sponsored Brands).</summary>
    public const string SbTargeting = "sbTargeting";

    /// <summary>Ad group reports (Sponsored Display).</summary>
    public const string SdAdGroup = "sdAdGroup";

    /// <summary>Advertised product reports (Sponsored Display).</summary>
    public const string SdAdvertisedProduct = "sdAdvertisedProduct";

    /// <summary>Campaign reports (Sponsored Display).</summary>
    public const string SdCampaigns = "sdCampaigns";

    /// <summary>Gross and invalid traffic reports (Sponsored Display).</summary>
    public const string SdGrossAndInvalids = "sdGrossAndInvalids";

    /// <summary>Purchased product reports (Sponsored Display).</summary>
    public const string SdPurchasedProduct = "sdPurchasedProduct";

    /// <summary>Targeting reports (Sponsored Display).</summary>
    public const string SdTargeting = "sdTargeting";

    /// <summary>Advertised product reports (Sponsored Products).</summary>
    public const string SpAdvertisedProduct = "spAdvertisedProduct";

    /// <summary>Audience reports (Sponsored Products).</summary>
    public const string SpAudiences = "spAudiences";

    /// <summary>Campaign reports (Sponsored Products).</summary>
    public const string SpCampaigns = "spCampaigns";

    /// <summary>Gross and invalid traffic reports (Sponsored Products).</summary>
    public const string SpGrossAndInvalids = "spGrossAndInvalids";

    /// <summary>Purchased product reports (Sponsored Products).</summary>
    public const string SpPurchasedProduct = "spPurchasedProduct";

    /// <summary>Search term reports (Sponsored Products).</summary>
    public const string SpSearchTerm = "spSearchTerm";

    /// <summary>Targeting reports (Sponsored Products).</summary>
    public const string SpTargeting = "spTargeting";

    /// <summary>Campaign reports (Sponsored Television).</summary>
    public const string StCampaigns = "stCampaigns";

    /// <summary>Targeting reports (Sponsored Television).</summary>
    public const string StTargeting = "stTargeting";
}
