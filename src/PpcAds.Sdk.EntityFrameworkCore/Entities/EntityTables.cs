using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>The entity types that have a table.</summary>
internal static class EntityTables
{
    private static readonly EntityTable<ProfileRecord> Profiles = new(PpcAdsTables.Profiles, "profile_id",
    [
        new("region", false, profile => EnumText.Of(profile.Region)),
        new("country_code", false, profile => profile.CountryCode),
        new("currency", false, profile => profile.CurrencyCode),
        new("time_zone", false, profile => profile.TimeZone),
        new("type", false, profile => profile.Type?.Value),
        new("name", false, profile => profile.Name),
        new("advertiser_id", false, profile => profile.AdvertiserId),
        new("marketplace_id", false, profile => profile.MarketplaceId),
        new("is_view_only", false, profile => profile.IsViewOnly),
    ]);

    private static readonly EntityTable<CampaignRecord> Campaigns = new(PpcAdsTables.Campaigns, "campaign_id",
    [
        new("ad_product", false, campaign => campaign.AdProduct),
        new("portfolio_id", false, campaign => campaign.PortfolioId?.Value),
        new("name", false, campaign => campaign.Name),
        new("state", false, campaign => campaign.State),
        new("targeting_type", false, campaign => campaign.TargetingType),
        new("start_date", false, campaign => campaign.StartDate),
        new("end_date", false, campaign => campaign.EndDate),
        new("budget", true, campaign => campaign.Budget),
        new("budget_type", false, campaign => campaign.BudgetType),
        new("bidding_strategy", false, campaign => campaign.BiddingStrategy),
    ]);

    private static readonly EntityTable<AdGroupRecord> AdGroups = new(PpcAdsTables.AdGroups, "ad_group_id",
    [
        new("ad_product", false, adGroup => adGroup.AdProduct),
        new("campaign_id", false, adGroup => adGroup.CampaignId.Value),
        new("name", false, adGroup => adGroup.Name),
        new("state", false, adGroup => adGroup.State),
        new("default_bid", true, adGroup => adGroup.DefaultBid),
    ]);

    private static readonly EntityTable<KeywordRecord> Keywords = new(PpcAdsTables.Keywords, "keyword_id",
    [
        new("ad_product", false, keyword => keyword.AdProduct),
        new("campaign_id", false, keyword => keyword.CampaignId.Value),
        new("ad_group_id", false, keyword => keyword.AdGroupId.Value),
        new("keyword_text", false, keyword => keyword.KeywordText),
        new("match_type", false, keyword => keyword.MatchType),
        new("state", false, keyword => keyword.State),
        new("bid", true, keyword => keyword.Bid),
    ]);

    private static readonly object[] All = [Profiles, Campaigns, AdGroups, Keywords];

    public static EntityTable<T> For<T>()
        where T : class, IEntityRecord =>
        All.OfType<EntityTable<T>>().FirstOrDefault()
        ?? throw new NotSupportedException($"There is no table for {T.EntityType}.");
}
