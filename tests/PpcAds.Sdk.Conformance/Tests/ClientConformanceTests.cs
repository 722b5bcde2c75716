using FluentAssertions;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Reporting;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Exports;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredBrands;
using PpcAds.Sdk.Testing;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PpcAds.Sdk.Conformance.Tests;

/// <summary>
/// The real client against the real simulator, every exchange held against Amazon's files: the one sends nothing that Amazon does
/// not describe, the other answers nothing that Amazon would not.
/// </summary>
[Trait("Category", "Conformance")]
public sealed class ClientConformanceTests(ITestOutputHelper output, ClientConformanceTests.RunOutput run) : IClassFixture<ClientConformanceTests.RunOutput>
{
    private static readonly ReportRequest Request = new()
    {
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        GroupBy = ["campaign"],
        Columns = ["date", "campaignId", "impressions", "clicks", "cost"],
        StartDate = new DateOnly(2026, 3, 1),
        EndDate = new DateOnly(2026, 3, 14),
    };

    [SkippableFact]
    public async Task Whatever_goes_over_the_wire_is_what_amazons_files_describe()
    {
        if (SpecFolder.Current.AbsentReason is { } reason)
        {
            run.WriteLine($"skipped: {reason}");
        }

        AmazonSpecs.SkipIfAbsent();
        using var recorder = new RecordingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.ViewOnlyProfiles = 1, handler: recorder);

        // The client names exactly the documented types, whatever else Amazon was recorded to take.
        amazon.Simulator.Quirks.StrictMediaTypes = true;

        // Even a run that breaks tells first what was wrong on the wire: that is most likely why it broke.
        Exception? broken = await Record.ExceptionAsync(() => amazon.Time.RunAsync(ExerciseAsync(amazon)));
        ConformanceReport report = ConformanceReport.For(SpecFolder.Current);
        report.Check(recorder.Exchanges);
        output.WriteLine(report.ToString());
        run.WriteLine(report.ToString());
        report.Assert();
        broken.Should().BeNull();
    }

    private static async Task ExerciseAsync(SimulatedAmazon amazon)
    {
        await ListProfilesAsync(amazon);
        ProfileClient profile = await amazon.GetProfileClientAsync();
        await ListCampaignsAsync(profile);
        await ListAdGroupsAsync(profile);
        await ListKeywordsAsync(amazon, profile);
        await ListTargetsAndAdsAsync(profile.SponsoredProducts);
        await ListNegativesAsync(profile.SponsoredProducts);
        await ListBrandsAsync(profile.SponsoredBrands);
        await ListDisplayAsync(profile.SponsoredDisplay);
        await RunReportsAsync(amazon, profile);
        await RunExportsAsync(amazon, profile);
        await MeetErrorsAsync(amazon, profile);
    }

    private static async Task ListProfilesAsync(SimulatedAmazon amazon)
    {
        foreach (ProfileFilter? filter in (ProfileFilter?[])
        [
            null,
            new ProfileFilter { Access = ProfileAccess.Edit },
            new ProfileFilter { Types = [ProfileType.Seller, ProfileType.Vendor], ValidPaymentMethod = true },
            new ProfileFilter { ValidPaymentMethod = false },
        ])
        {
            await amazon.Client.GetProfilesAsync(filter);
        }
    }

    private static async Task ListCampaignsAsync(ProfileClient profile)
    {
        SponsoredProducts.SpCampaign campaign = await profile.SponsoredProducts.ListCampaignsAsync(new SponsoredProducts.SpCampaignFilter { PageSize = 6, IncludeExtendedData = true }).FirstAsync();
        await profile.SponsoredProducts.ListCampaignsAsync(new SponsoredProducts.SpCampaignFilter { PageSize = 6 }).CountAsync();
        await profile.SponsoredProducts.ListCampaignsAsync(new SponsoredProducts.SpCampaignFilter
        {
            CampaignIds = [campaign.CampaignId],
            PortfolioIds = [new PortfolioId(1)],
            Name = new TextFilter(["mug"]),
            States = [EntityState.Enabled],
        }).CountAsync();
    }

    private static async Task ListAdGroupsAsync(ProfileClient profile)
    {
        SponsoredProducts.SpAdGroup adGroup = await profile.SponsoredProducts.ListAdGroupsAsync(new SponsoredProducts.SpAdGroupFilter { PageSize = 9, IncludeExtendedData = true }).LastAsync();
        await profile.SponsoredProducts.ListAdGroupsAsync(new SponsoredProducts.SpAdGroupFilter
        {
            AdGroupIds = [adGroup.AdGroupId],
            CampaignIds = [adGroup.CampaignId],
            CampaignTargetingType = SponsoredProducts.TargetingType.Manual,
            Name = new TextFilter(["mug", "lamp"], Exact: true),
        }).CountAsync();
    }

    private static async Task ListKeywordsAsync(SimulatedAmazon amazon, ProfileClient profile)
    {
        SponsoredProducts.SpKeyword keyword = await profile.SponsoredProducts.ListKeywordsAsync(new SponsoredProducts.SpKeywordFilter { PageSize = 25, IncludeExtendedData = true }).LastAsync();
        await profile.SponsoredProducts.ListKeywordsAsync(new SponsoredProducts.SpKeywordFilter
        {
            KeywordIds = [keyword.KeywordId],
            AdGroupIds = [keyword.AdGroupId],
            CampaignIds = [keyword.CampaignId],
            MatchTypes = [KeywordMatchType.Exact, KeywordMatchType.Broad],
            KeywordText = new TextFilter(["blue mug"], Exact: true),
            Locale = "zh_CN",
        }).CountAsync();

        SimulatorProfileInfo viewOnly = amazon.Simulator.Truth.Profiles.Single(info => info.IsViewOnly);
        ProfileClient viewer = amazon.Client.ForProfile(new ProfileId(viewOnly.ProfileId), RegionOf(viewOnly));
        await FailAsync<AmazonAdsAccessDeniedException>(async () => await viewer.SponsoredProducts.ListKeywordsAsync().CountAsync());
    }

    private static async Task ListTargetsAndAdsAsync(SponsoredProducts.SponsoredProductsClient products)
    {
        SponsoredProducts.SpTargetingClause target = await products.ListTargetsAsync(new SponsoredProducts.SpTargetingClauseFilter { PageSize = 5, IncludeExtendedData = true }).LastAsync();
        await products.ListTargetsAsync(new SponsoredProducts.SpTargetingClauseFilter
        {
            TargetIds = [target.TargetId],
            AdGroupIds = [target.AdGroupId],
            CampaignIds = [target.CampaignId],
            ExpressionTypes = [TargetingExpressionType.Auto],
            Asin = new TextFilter(["B0"]),
        }).CountAsync();
        SponsoredProducts.SpProductAd ad = await products.ListProductAdsAsync(new SponsoredProducts.SpProductAdFilter { PageSize = 9, IncludeExtendedData = true }).LastAsync();
        await products.ListProductAdsAsync(new SponsoredProducts.SpProductAdFilter
        {
            AdIds = [ad.AdId],
            AdGroupIds = [ad.AdGroupId],
            CampaignIds = [ad.CampaignId],
            States = [EntityState.Enabled],
        }).CountAsync();
    }

    private static async Task ListNegativesAsync(SponsoredProducts.SponsoredProductsClient products)
    {
        SponsoredProducts.SpNegativeKeyword keyword = await products.ListNegativeKeywordsAsync(new SponsoredProducts.SpNegativeKeywordFilter { PageSize = 7, IncludeExtendedData = true }).LastAsync();
        await products.ListNegativeKeywordsAsync(new SponsoredProducts.SpNegativeKeywordFilter
        {
            KeywordIds = [keyword.KeywordId],
            AdGroupIds = [keyword.AdGroupId],
            CampaignIds = [keyword.CampaignId],
            MatchTypes = [keyword.MatchType],
            KeywordText = new TextFilter([keyword.KeywordText], Exact: true),
            Locale = "zh_CN",
        }).CountAsync();
        SponsoredProducts.SpNegativeTargetingClause target = await products.ListNegativeTargetsAsync(new SponsoredProducts.SpNegativeTargetingClauseFilter { PageSize = 3 }).LastAsync();
        await products.ListNegativeTargetsAsync(new SponsoredProducts.SpNegativeTargetingClauseFilter
        {
            TargetIds = [target.TargetId],
            AdGroupIds = [target.AdGroupId],
            CampaignIds = [target.CampaignId],
            Asin = new TextFilter(["B0"]),
            IncludeExtendedData = true,
        }).CountAsync();
        SponsoredProducts.SpCampaignNegativeKeyword wide =
            await products.ListCampaignNegativeKeywordsAsync(new SponsoredProducts.SpCampaignNegativeKeywordFilter { PageSize = 3, IncludeExtendedData = true }).LastAsync();
        await products.ListCampaignNegativeKeywordsAsync(new SponsoredProducts.SpCampaignNegativeKeywordFilter
        {
            KeywordIds = [wide.KeywordId],
            CampaignIds = [wide.CampaignId],
            MatchTypes = [NegativeKeywordMatchType.Exact, NegativeKeywordMatchType.Phrase, NegativeKeywordMatchType.Broad],
            KeywordText = new TextFilter(["free"]),
        }).CountAsync();
        SponsoredProducts.SpCampaignNegativeTargetingClause product =
            await products.ListCampaignNegativeTargetsAsync(new SponsoredProducts.SpCampaignNegativeTargetingClauseFilter { PageSize = 3 }).LastAsync();
        await products.ListCampaignNegativeTargetsAsync(new SponsoredProducts.SpCampaignNegativeTargetingClauseFilter
        {
            TargetIds = [product.TargetId],
            CampaignIds = [product.CampaignId],
            Asin = new TextFilter(["B0"]),
            IncludeExtendedData = true,
        }).CountAsync();
    }

    /// <summary>Of Sponsored Brands, Amazon's files know version 3 only.</summary>
    private static async Task ListBrandsAsync(SponsoredBrandsClient brands)
    {
        SbKeyword keyword = await brands.ListKeywordsAsync(new SbKeywordFilter { PageSize = 9 }).LastAsync();
        await brands.ListKeywordsAsync(new SbKeywordFilter
        {
            KeywordIds = [keyword.KeywordId],
            AdGroupIds = [keyword.AdGroupId],
            CampaignIds = [keyword.CampaignId],
            MatchTypes = [KeywordMatchType.Exact, KeywordMatchType.Broad],
            KeywordText = "blue mug",
            CreativeType = SbCreativeType.Video,
            Locale = "zh_CN",
        }).CountAsync();
        SbNegativeKeyword negative = await brands.ListNegativeKeywordsAsync().LastAsync();
        await brands.ListNegativeKeywordsAsync(new SbNegativeKeywordFilter
        {
            KeywordIds = [negative.KeywordId],
            AdGroupIds = [negative.AdGroupId],
            CampaignIds = [negative.CampaignId],
            MatchTypes = [NegativeKeywordMatchType.Exact, NegativeKeywordMatchType.Phrase],
            KeywordText = "cheap mug",
            CreativeType = SbCreativeType.ProductCollection,
            States = [EntityState.Enabled],
        }).CountAsync();
        SbTarget target = await brands.ListTargetsAsync(new SbTargetFilter { PageSize = 4 }).LastAsync();
        await brands.ListTargetsAsync(new SbTargetFilter { AdGroupIds = [target.AdGroupId], CampaignIds = [target.CampaignId] }).CountAsync();
        await brands.ListTargetsAsync(new SbTargetFilter { CreativeType = SbCreativeType.Video, CampaignIds = [target.CampaignId], States = [EntityState.Paused] }).CountAsync();
        SbNegativeTarget never = await brands.ListNegativeTargetsAsync(new SbNegativeTargetFilter { PageSize = 1 }).LastAsync();
        await brands.ListNegativeTargetsAsync(new SbNegativeTargetFilter { AdGroupIds = [never.AdGroupId], CampaignIds = [never.CampaignId] }).CountAsync();
        await brands.ListNegativeTargetsAsync(new SbNegativeTargetFilter { CreativeType = SbCreativeType.ProductCollection }).CountAsync();
        await FailAsync<AmazonAdsValidationException>(async () => await brands.ListNegativeTargetsAsync().AsPages("no token").CountAsync());
    }

    private static async Task ListDisplayAsync(SponsoredDisplay.SponsoredDisplayClient display)
    {
        foreach (bool extended in (bool[])[false, true])
        {
            SponsoredDisplay.SdCampaign campaign = await display.ListCampaignsAsync(new SponsoredDisplay.SdCampaignFilter { PageSize = 3, IncludeExtendedData = extended }).LastAsync();
            await display.ListCampaignsAsync(new SponsoredDisplay.SdCampaignFilter
            {
                CampaignIds = [campaign.CampaignId],
                PortfolioIds = [new PortfolioId(1)],
                Name = "SD | mug",
                IncludeExtendedData = extended,
            }).CountAsync();
            SponsoredDisplay.SdAdGroup adGroup = await display.ListAdGroupsAsync(new SponsoredDisplay.SdAdGroupFilter { IncludeExtendedData = extended }).LastAsync();
            await display.ListAdGroupsAsync(new SponsoredDisplay.SdAdGroupFilter
            {
                AdGroupIds = [adGroup.AdGroupId],
                CampaignIds = [campaign.CampaignId],
                Name = "mug 1",
                IncludeExtendedData = extended,
            }).CountAsync();
            SponsoredDisplay.SdProductAd ad = await display.ListProductAdsAsync(new SponsoredDisplay.SdProductAdFilter { IncludeExtendedData = extended }).LastAsync();
            await display.ListProductAdsAsync(new SponsoredDisplay.SdProductAdFilter
            {
                AdIds = [ad.AdId],
                AdGroupIds = [ad.AdGroupId],
                CampaignIds = [ad.CampaignId],
                IncludeExtendedData = extended,
            }).CountAsync();
            SponsoredDisplay.SdTargetingClause target = await display.ListTargetsAsync(new SponsoredDisplay.SdTargetingClauseFilter { IncludeExtendedData = extended }).LastAsync();
            await display.ListTargetsAsync(new SponsoredDisplay.SdTargetingClauseFilter
            {
                TargetIds = [target.TargetId],
                AdGroupIds = [target.AdGroupId],
                CampaignIds = [campaign.CampaignId],
                IncludeExtendedData = extended,
            }).CountAsync();
            SponsoredDisplay.SdNegativeTargetingClause never =
                await display.ListNegativeTargetsAsync(new SponsoredDisplay.SdNegativeTargetingClauseFilter { IncludeExtendedData = extended }).LastAsync();
            await display.ListNegativeTargetsAsync(new SponsoredDisplay.SdNegativeTargetingClauseFilter
            {
                TargetIds = [never.TargetId],
                AdGroupIds = [never.AdGroupId],
                CampaignIds = [campaign.CampaignId],
                IncludeExtendedData = extended,
            }).CountAsync();
        }
    }

    private static async Task RunReportsAsync(SimulatedAmazon amazon, ProfileClient profile)
    {
        Report pending = await profile.Reports.CreateReportAsync(Request with { Name = "with a name" });
        await profile.Reports.CreateReportAsync(Request);
        await profile.Reports.DeleteReportAsync(pending.ReportId);
        await (await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Request))).DisposeAsync();
        await (await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Request with
        {
            Columns = ["campaignId", "startDate", "endDate", "cost"],
            TimeUnit = ReportTimeUnit.Summary,
            Filters = [new ReportFilter("campaignStatus", "ENABLED", "PAUSED")],
        }))).DisposeAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.FailedReport());
        await FailAsync<AmazonAdsReportFailedException>(() => amazon.Time.RunAsync(profile.Reports.RunReportAsync(Request)));
    }

    private static async Task RunExportsAsync(SimulatedAmazon amazon, ProfileClient profile)
    {
        ExportsClient exports = profile.Exports;
        await amazon.Time.RunAsync(exports.ExportCampaignsAsync().CountAsync().AsTask());
        await amazon.Time.RunAsync(exports.ExportAdGroupsAsync().CountAsync().AsTask());
        await amazon.Time.RunAsync(exports.ExportTargetsAsync().CountAsync().AsTask());
        await amazon.Time.RunAsync(exports.ExportAdsAsync().CountAsync().AsTask());
        var filtered = new EntityExportRequest { AdProducts = [AdProduct.SponsoredProducts], States = [EntityState.Enabled] };
        await amazon.Time.RunAsync(exports.ExportCampaignsAsync(filtered).CountAsync().AsTask());
        await amazon.Time.RunAsync(exports.ExportAdGroupsAsync(filtered).CountAsync().AsTask());
        await amazon.Time.RunAsync(exports.ExportAdsAsync(filtered).CountAsync().AsTask());
        await amazon.Time.RunAsync(exports.ExportTargetsAsync(new TargetExportRequest
        {
            TargetTypes = [ExportedTargetType.Keyword, ExportedTargetType.Auto],
            Level = ExportedTargetLevel.AdGroup,
            Negative = false,
        }).CountAsync().AsTask());
        amazon.Simulator.Faults.Add(SimulatorFault.FailedExport("exports.ads.create", "TIMED_OUT"));
        await FailAsync<AmazonAdsExportFailedException>(() => amazon.Time.RunAsync(exports.ExportAdsAsync().CountAsync().AsTask()));
        Export export = await exports.CreateExportAsync(ExportKind.Ads);
        await FailAsync<AmazonAdsException>(() => exports.GetExportAsync(ExportKind.Campaigns, export.ExportId));
        await FailAsync<AmazonAdsNotFoundException>(() => exports.GetExportAsync(ExportKind.Ads, "0f5c1d2e-1111-4222-8333-944445555666"));
    }

    private static async Task MeetErrorsAsync(SimulatedAmazon amazon, ProfileClient profile)
    {
        await FailAsync<AmazonAdsNotFoundException>(() => profile.Reports.GetReportAsync("0f5c1d2e-1111-4222-8333-944445555666"));
        await FailAsync<AmazonAdsValidationException>(() => profile.Reports.CreateReportAsync(Request with { Columns = ["date", "noSuchColumn"], AllowUnlisted = true }));
        await FailAsync<AmazonAdsValidationException>(async () => await profile.SponsoredProducts.ListCampaignsAsync().AsPages("no token").CountAsync());
        ProfileClient stranger = amazon.Client.ForProfile(new ProfileId(12345), AmazonAdsRegion.Europe);
        await FailAsync<AmazonAdsAccessDeniedException>(async () => await stranger.SponsoredProducts.ListCampaignsAsync().CountAsync());
        await FailAsync<AmazonAdsAccessDeniedException>(() => stranger.Reports.GetReportAsync("r"));
        foreach (string operation in (string[])["sp.campaigns.list", "sp.adGroups.list", "sp.keywords.list"])
        {
            amazon.Simulator.Faults.Add(SimulatorFault.Throttled(operation, retryAfterSeconds: 3));
            amazon.Simulator.Faults.Add(SimulatorFault.WithStatus(operation, 500));
        }

        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("reports.create"));
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("reports.get", 500));
        await amazon.Time.RunAsync(profile.SponsoredProducts.ListCampaignsAsync().CountAsync().AsTask());
        await amazon.Time.RunAsync(profile.SponsoredProducts.ListAdGroupsAsync().CountAsync().AsTask());
        await amazon.Time.RunAsync(profile.SponsoredProducts.ListKeywordsAsync().CountAsync().AsTask());
        await (await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Request))).DisposeAsync();
        amazon.Simulator.Faults.Pending.Should().BeEmpty();
    }

    private static async Task FailAsync<TException>(Func<Task> call)
        where TException : AmazonAdsException => await call.Should().ThrowAsync<TException>();

    private static AmazonAdsRegion RegionOf(SimulatorProfileInfo profile) => profile.Region switch
    {
        SimulatorRegion.EU => AmazonAdsRegion.Europe,
        SimulatorRegion.FE => AmazonAdsRegion.FarEast,
        _ => AmazonAdsRegion.NorthAmerica,
    };

    /// <summary>Writes to the run itself, so that the table is seen also when the test passes.</summary>
    public sealed class RunOutput(IMessageSink sink)
    {
        public void WriteLine(string text) => sink.OnMessage(new DiagnosticMessage("{0}", text));
    }
}
