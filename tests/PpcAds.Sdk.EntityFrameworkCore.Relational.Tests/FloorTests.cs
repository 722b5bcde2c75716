using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests;

/// <summary>Arrows between the features of the package point one way. The list is the architecture, from top to bottom.</summary>
public sealed class FloorTests
{
    private static readonly Floors Storage = new(
        typeof(RelationalPpcAdsDbContext).Assembly,
        ["Microsoft.Extensions.DependencyInjection"],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.RelationalStartup"],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.RelationalPpcAdsDatabase"],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.Loading", "PpcAds.Sdk.EntityFrameworkCore.Relational.Reading"],
        [
            "PpcAds.Sdk.EntityFrameworkCore.Relational.Accounts", "PpcAds.Sdk.EntityFrameworkCore.Relational.Ingestion",
            "PpcAds.Sdk.EntityFrameworkCore.Relational.Throttling",
        ],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.Entities", "PpcAds.Sdk.EntityFrameworkCore.Relational.Records"],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.Turns"],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.Transactions"],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.RelationalPpcAdsDbContext"],
        ["PpcAds.Sdk.EntityFrameworkCore.Relational.Model"]);

    [Fact]
    public void No_feature_uses_one_that_stands_above_it() => string.Join("\n", Storage.FindViolations()).Should().BeEmpty();
}
