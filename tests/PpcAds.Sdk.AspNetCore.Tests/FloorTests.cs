using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests;

/// <summary>Arrows between the features of the package point one way. The list is the architecture, from top to bottom.</summary>
public sealed class FloorTests
{
    private static readonly Floors AspNetCore = new(
        typeof(EndpointGuard).Assembly,
        ["Microsoft.AspNetCore.Builder", "Microsoft.Extensions.DependencyInjection"],
        [
            "PpcAds.Sdk.AspNetCore.Accounts", "PpcAds.Sdk.AspNetCore.Ingestion", "PpcAds.Sdk.AspNetCore.Reading", "PpcAds.Sdk.AspNetCore.Connect",
            "PpcAds.Sdk.AspNetCore.Health", "PpcAds.Sdk.AspNetCore.Secrets",
        ],
        ["PpcAds.Sdk.AspNetCore.Endpoints"],
        ["PpcAds.Sdk.AspNetCore.Access"],
        ["PpcAds.Sdk.AspNetCore.Problems"],
        ["PpcAds.Sdk.AspNetCore"]);

    [Fact]
    public void No_feature_uses_one_that_stands_above_it() => string.Join("\n", AspNetCore.FindViolations()).Should().BeEmpty();
}
