using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Rows of entities as the reader gives them.</summary>
internal static class EntityMapping
{
    public static StoredEntity<ProfileRecord> ToStored(PpcProfile row) => Store(row, null, new ProfileRecord
    {
        ProfileId = new ProfileId(row.ProfileId),
        Region = row.Region,
        CountryCode = row.CountryCode,
        CurrencyCode = row.Currency,
        TimeZone = row.TimeZone,
        Type = row.Type is null ? null : new ProfileType(row.Type),
        Name = row.Name,
        AdvertiserId = row.AdvertiserId,
        MarketplaceId = row.MarketplaceId,
        IsViewOnly = row.IsViewOnly,
    });

    public static StoredEntity<CampaignRecord> ToStored(PpcCampaign row) => Store(row, Summary(row), new CampaignRecord
    {
        CampaignId = new CampaignId(row.CampaignId),
        AdProduct = row.AdProduct,
        PortfolioId = row.PortfolioId is { } portfolio ? new PortfolioId(portfolio) : null,
        Name = row.Name,
        State = row.State,
        TargetingType = row.TargetingType,
        StartDate = row.StartDate,
        EndDate = row.EndDate,
        Budget = row.Budget,
        BudgetType = row.BudgetType,
        BiddingStrategy = row.BiddingStrategy,
    });

    public static StoredEntity<AdGroupRecord> ToStored(PpcAdGroup row) => Store(row, Summary(row), new AdGroupRecord
    {
        AdGroupId = new AdGroupId(row.AdGroupId),
        AdProduct = row.AdProduct,
        CampaignId = new CampaignId(row.CampaignId),
        Name = row.Name,
        State = row.State,
        DefaultBid = row.DefaultBid,
    });

    public static StoredEntity<KeywordRecord> ToStored(PpcKeyword row) => Store(row, Summary(row), new KeywordRecord
    {
        KeywordId = new KeywordId(row.KeywordId),
        AdProduct = row.AdProduct,
        CampaignId = new CampaignId(row.CampaignId),
        AdGroupId = new AdGroupId(row.AdGroupId),
        KeywordText = row.KeywordText,
        MatchType = row.MatchType,
        State = row.State,
        Bid = row.Bid,
    });

    private static StoredEntity<T> Store<T>(PpcEntity row, PerformanceSummary? performance, T entity) => new()
    {
        AccountId = new AccountId(row.AccountId),
        ProfileId = new ProfileId(row.ProfileId),
        Entity = entity,
        Source = row.Source,
        FirstSeenAt = row.FirstSeenAt,
        LastSeenAt = row.LastSeenAt,
        ChangedAt = row.ChangedAt,
        Performance = performance,
    };

    private static PerformanceSummary? Summary(PpcPerformanceEntity row) =>
        row is not { AsOf: { } asOf, PerformanceFrom: { } from } ? null : new PerformanceSummary
        {
            From = from,
            AsOf = asOf,
            CurrencyCode = row.Currency,
            AttributionDays = row.AttributionDays,
            Total = new PerformanceSums(
                row.ImpressionsTotal ?? 0, row.ClicksTotal ?? 0, row.CostTotal ?? 0, row.SalesTotal ?? 0, row.OrdersTotal ?? 0, row.UnitsTotal ?? 0),
            Last30Days = new PerformanceSums(
                row.Impressions30d ?? 0, row.Clicks30d ?? 0, row.Cost30d ?? 0, row.Sales30d ?? 0, row.Orders30d ?? 0, row.Units30d ?? 0),
        };
}
