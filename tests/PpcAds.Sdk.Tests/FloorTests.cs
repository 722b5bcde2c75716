using FluentAssertions;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests;

/// <summary>Arrows between the features of a package point one way. The lists are the architecture, from top to bottom.</summary>
public sealed class FloorTests
{
    private static readonly Floors Client = new(
        typeof(AmazonAdsClient).Assembly,
        ["Microsoft.Extensions.DependencyInjection"],
        ["PpcAds.Sdk.AmazonAdsOptionsValidator"],
        ["PpcAds.Sdk.AmazonAdsClientFactory"],
        ["PpcAds.Sdk.AmazonAdsOptions"],
        ["PpcAds.Sdk.IAmazonAdsClientFactory", "PpcAds.Sdk.CredentialVerifier"],
        ["PpcAds.Sdk.AmazonAdsClient"],
        ["PpcAds.Sdk.ProfileClient", "PpcAds.Sdk.AmazonAdsClientServices"],
        ["PpcAds.Sdk.ClientMetrics", "PpcAds.Sdk.VerifiedCredentials"],
        [
            "PpcAds.Sdk.SponsoredProducts", "PpcAds.Sdk.SponsoredBrands", "PpcAds.Sdk.SponsoredDisplay", "PpcAds.Sdk.Portfolios", "PpcAds.Sdk.Profiles",
            "PpcAds.Sdk.Exports", "PpcAds.Sdk.Reports",
        ],
        ["PpcAds.Sdk.Lists"],
        ["PpcAds.Sdk.Paging"],
        ["PpcAds.Sdk.Calls"],
        ["PpcAds.Sdk.Authentication"],
        ["PpcAds.Sdk.Http"],
        ["PpcAds.Sdk.Drift", "PpcAds.Sdk.Files"],
        ["PpcAds.Sdk.AmazonAdsClientOptionsRules"],
        ["PpcAds.Sdk.AmazonAdsClientOptions"],
        ["PpcAds.Sdk.Throttling"],
        ["PpcAds.Sdk"]);

    private static readonly Floors Ingestion = new(
        typeof(IngestionOrchestrator).Assembly,
        ["Microsoft.Extensions.DependencyInjection"],
        ["PpcAds.Sdk.PpcAdsOptionsValidator"],
        ["PpcAds.Sdk.Ingestion.IngestionWorker", "PpcAds.Sdk.Ingestion.RateSaving"],
        ["PpcAds.Sdk.Ingestion.Queue"],
        ["PpcAds.Sdk.Ingestion.IngestionRuns"],
        ["PpcAds.Sdk.Ingestion.Queue.RunSignal"],
        ["PpcAds.Sdk.Ingestion.IngestionOrchestrator"],
        ["PpcAds.Sdk.Ingestion.Syncing"],
        ["PpcAds.Sdk.Ingestion.Jobs"],
        ["PpcAds.Sdk.Ingestion.Planning"],
        ["PpcAds.Sdk.Ingestion.Runs"],
        ["PpcAds.Sdk.Ingestion.Failures"],
        ["PpcAds.Sdk.Ingestion.Telemetry"],
        ["PpcAds.Sdk.PpcAdsOptions"],
        ["PpcAds.Sdk.Ingestion.IngestionOptionsRules"],
        ["PpcAds.Sdk.Ingestion.IngestionOptions"],
        ["PpcAds.Sdk.Ingestion"],
        ["PpcAds.Sdk.Accounts", "PpcAds.Sdk.Sinks"],
        ["PpcAds.Sdk.Reading"],
        ["PpcAds.Sdk.Etl"],
        ["PpcAds.Sdk.Leases"],
        ["PpcAds.Sdk"]);

    [Fact]
    public void In_the_client_no_feature_uses_one_that_stands_above_it() => string.Join("\n", Client.FindViolations()).Should().BeEmpty();

    [Fact]
    public void In_the_ingestion_no_feature_uses_one_that_stands_above_it() => string.Join("\n", Ingestion.FindViolations()).Should().BeEmpty();

    [Fact]
    public void A_use_that_points_up_is_found() =>
        new Floors(typeof(AmazonAdsClient).Assembly, ["PpcAds.Sdk.Throttling"], ["PpcAds.Sdk.Calls"], ["PpcAds.Sdk"]).FindViolations()
            .Should().Contain(violation => violation.StartsWith("PpcAds.Sdk.Calls.", StringComparison.Ordinal));
}
