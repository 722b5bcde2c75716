using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>What a campaign is to achieve. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<CampaignGoal>))]
public readonly record struct CampaignGoal(string Value) : IOpenEnum<CampaignGoal>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Visits of the landing page.</summary>
    public static readonly CampaignGoal PageVisit = new("PAGE_VISIT");

    /// <summary>A larger share of the impressions on top of search.</summary>
    public static readonly CampaignGoal BrandImpressionShare = new("BRAND_IMPRESSION_SHARE");

    /// <summary>Customers who are new to the brand.</summary>
    public static readonly CampaignGoal AcquireNewCustomers = new("ACQUIRE_NEW_CUSTOMERS");

    /// <summary>Views of the ad.</summary>
    public static readonly CampaignGoal AdViews = new("AD_VIEWS");

    static IReadOnlyList<CampaignGoal> IOpenEnum<CampaignGoal>.Known =>
        [PageVisit, BrandImpressionShare, AcquireNewCustomers, AdViews];

    static CampaignGoal IOpenEnum<CampaignGoal>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
