using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests;

/// <summary>Arrows between the features of the package point one way. The list is the architecture, from top to bottom.</summary>
public sealed class FloorTests
{
    private static readonly Floors Storage = new(
        typeof(PpcAdsStorage).Assembly,
        ["Microsoft.Extensions.DependencyInjection"],
        ["PpcAds.Sdk.EntityFrameworkCore.Infrastructure.PpcAdsStorage"],
        ["PpcAds.Sdk.EntityFrameworkCore.Infrastructure.PpcAdsDatabaseStartup"],
        ["PpcAds.Sdk.EntityFrameworkCore.PpcAdsDatabase"],
        ["PpcAds.Sdk.EntityFrameworkCore.Infrastructure.DatabaseStart"],
        ["PpcAds.Sdk.EntityFrameworkCore.Verification"],
        ["PpcAds.Sdk.EntityFrameworkCore.Ingestion", "PpcAds.Sdk.EntityFrameworkCore.Reading"],
        ["PpcAds.Sdk.EntityFrameworkCore.Loading"],
        ["PpcAds.Sdk.EntityFrameworkCore.Aggregates", "PpcAds.Sdk.EntityFrameworkCore.Entities"],
        ["PpcAds.Sdk.EntityFrameworkCore.Accounts", "PpcAds.Sdk.EntityFrameworkCore.Throttling"],
        ["PpcAds.Sdk.EntityFrameworkCore.Secrets"],
        ["PpcAds.Sdk.EntityFrameworkCore.Sql"],
        ["PpcAds.Sdk.EntityFrameworkCore.Infrastructure"],
        ["PpcAds.Sdk.EntityFrameworkCore"],
        ["PpcAds.Sdk.Experimentals"]);

    [Fact]
    public void No_feature_uses_one_that_stands_above_it() => string.Join("\n", Storage.FindViolations()).Should().BeEmpty();
}
