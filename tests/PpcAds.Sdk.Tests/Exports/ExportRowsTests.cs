using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Exports;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Exports;

/// <summary>The table of docs/exports.md: what exports and lists both carry is the same in both.</summary>
public sealed class ExportRowsTests
{
    private static readonly EntityExportRequest SponsoredProducts = new() { AdProducts = [AdProduct.SponsoredProducts] };

    [Fact]
    public async Task Exported_campaigns_equal_the_listed_ones_archived_ones_included()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.Campaigns = 80);
        ProfileClient profile = await amazon.GetProfileClientAsync();

        List<ExportedCampaign> exported = await amazon.Time.RunAsync(profile.Exports.ExportCampaignsAsync(SponsoredProducts).ToListAsync().AsTask());
        List<SpCampaign> listed = await profile.SponsoredProducts.ListCampaignsAsync(new SpCampaignFilter { IncludeExtendedData = true }).ToListAsync();

        exported.Select(row => (
                row.CampaignId,
                row.Name,
                row.State,
                row.TargetingSettings,
                row.StartDate,
                row.EndDate,
                row.PortfolioId,
                row.BudgetCaps!.BudgetValue!.MonetaryBudget!.Amount,
                row.BudgetCaps.RecurrenceTimePeriod,
                row.Optimization!.BidStrategy,
                row.Optimization.PlacementBidAdjustments?[0].Percentage,
                row.CreationDateTime,
                row.LastUpdatedDateTime))
            .Should().BeEquivalentTo(listed.Select(row => (
                row.CampaignId,
                row.Name,
                (EntityState?)row.State,
                row.TargetingType.Value,
                (DateOnly?)row.StartDate,
                row.EndDate,
                row.PortfolioId,
                (decimal?)row.Budget.Budget,
                row.Budget.BudgetType.Value,
                StrategyOf(row.DynamicBidding!.Strategy),
                (decimal?)row.DynamicBidding.PlacementBidding?[0].Percentage,
                row.ExtendedData!.CreatedAt,
                row.ExtendedData.LastUpdatedAt)));
        exported.Select(row => row.State).Distinct().Should().Contain(EntityState.Archived).And.HaveCount(3);
        exported.Should().OnlyContain(row => row.AdProduct == AdProduct.SponsoredProducts);
    }

    [Fact]
    public async Task Exported_ad_groups_equal_the_listed_ones()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        List<ExportedAdGroup> exported = await amazon.Time.RunAsync(profile.Exports.ExportAdGroupsAsync(SponsoredProducts).ToListAsync().AsTask());
        List<SpAdGroup> listed = await profile.SponsoredProducts.ListAdGroupsAsync().ToListAsync();

        exported.Select(row => (row.AdGroupId, row.CampaignId, row.Name, row.State, row.Bid!.DefaultBid))
            .Should().BeEquivalentTo(listed.Select(row => (
                row.AdGroupId, (CampaignId?)row.CampaignId, row.Name, (EntityState?)row.State, (decimal?)row.DefaultBid)))
            .And.NotBeEmpty();
    }

    [Fact]
    public async Task Exported_keywords_equal_the_listed_ones()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        List<ExportedTarget> exported = await amazon.Time.RunAsync(profile.Exports.ExportTargetsAsync(new TargetExportRequest
        {
            AdProducts = [AdProduct.SponsoredProducts],
            TargetTypes = [ExportedTargetType.Keyword],
            Level = ExportedTargetLevel.AdGroup,
            Negative = false,
        }).ToListAsync().AsTask());
        List<SpKeyword> listed = await profile.SponsoredProducts.ListKeywordsAsync().ToListAsync();

        exported.Select(row => (row.TargetId.Value, row.AdGroupId, row.State, row.TargetDetails!.Keyword, row.TargetDetails.MatchType, row.Bid?.Bid))
            .Should().BeEquivalentTo(listed.Select(row => (
                row.KeywordId.Value, (AdGroupId?)row.AdGroupId, (EntityState?)row.State, row.KeywordText, row.MatchType.Value, row.Bid)))
            .And.NotBeEmpty();
        exported.Should().OnlyContain(row => row.CampaignId == null && row.Negative == false);
    }

    [Fact]
    public async Task Exported_ads_show_products_of_known_ad_groups()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        List<ExportedAd> ads = await amazon.Time.RunAsync(
            profile.Exports.ExportAdsAsync(SponsoredProducts).ToListAsync().AsTask());
        HashSet<AdGroupId?> adGroups = await profile.SponsoredProducts.ListAdGroupsAsync().Select(row => (AdGroupId?)row.AdGroupId).ToHashSetAsync();

        ads.Select(ad => ad.AdGroupId).ToHashSet().Should().BeEquivalentTo(adGroups);
        ads.Should().OnlyContain(ad => ad.AdType == "PRODUCT_AD" && ad.Creative!.Products![0].ProductIdType == "ASIN");
    }

    [Fact]
    public async Task Filters_leave_out_what_was_not_asked_for()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        List<ExportedCampaign> paused = await amazon.Time.RunAsync(
            profile.Exports.ExportCampaignsAsync(SponsoredProducts with { States = [EntityState.Paused] }).ToListAsync().AsTask());
        int displayed = await amazon.Time.RunAsync(
            profile.Exports.ExportTargetsAsync(new TargetExportRequest
            {
                AdProducts = [AdProduct.SponsoredDisplay],
                Level = ExportedTargetLevel.Campaign,
            }).CountAsync().AsTask());
        List<ExportedTarget> automatic = await amazon.Time.RunAsync(
            profile.Exports.ExportTargetsAsync(new TargetExportRequest { TargetTypes = [ExportedTargetType.Auto] }).ToListAsync().AsTask());

        paused.Should().NotBeEmpty().And.OnlyContain(row => row.State == EntityState.Paused);
        displayed.Should().Be(0);
        automatic.Should().NotBeEmpty().And.OnlyContain(row => row.TargetType == ExportedTargetType.Auto);
    }

    [Fact]
    public async Task Odd_rows_are_read_all_the_same()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        List<ExportedCampaign> plain = await amazon.Time.RunAsync(profile.Exports.ExportCampaignsAsync().ToListAsync().AsTask());
        SimulatorQuirks quirks = amazon.Simulator.Quirks;
        (quirks.IdsAsNumbers, quirks.NullOptionalMembers, quirks.ExtraMembers, quirks.OptimizationAsArray, quirks.UnknownEnumValues) = (true, true, true, true, true);

        List<ExportedCampaign> odd = await amazon.Time.RunAsync(profile.Exports.ExportCampaignsAsync().ToListAsync().AsTask());

        odd.Should().BeEquivalentTo(plain, options => options
            .Excluding(row => row.State)
            .Excluding((FluentAssertions.Equivalency.IMemberInfo member) => member.Name == nameof(ExportedCampaign.AdditionalMembers))
            .Using<JsonElement>(context => context.Subject.GetRawText().Should().Be(context.Expectation.GetRawText())).WhenTypeIs<JsonElement>()).And.NotBeEmpty();
        odd.Should().OnlyContain(row => row.AdditionalMembers.ContainsKey("experimental"), "what has no property of its own is kept");
        odd.Should().OnlyContain(row => row.State == new EntityState("HIBERNATING"));
    }

    private static string StrategyOf(BiddingStrategy listed) =>
        listed == BiddingStrategy.LegacyForSales ? "SALES_DOWN_ONLY"
        : listed == BiddingStrategy.AutoForSales ? "SALES_UP_AND_DOWN"
        : listed.Value;
}
