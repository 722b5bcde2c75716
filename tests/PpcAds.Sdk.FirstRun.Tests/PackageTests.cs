namespace PpcAds.Sdk.FirstRun.Tests;

/// <summary>The tests that need packages make them once.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<LocalFeed>
{
    public const string Name = "packages";
}
