namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Chaos;

/// <summary>One soaked database for all tests of what is found in it.</summary>
[CollectionDefinition(SoakedDatabase.Name)]
public sealed class SoakedDatabases : ICollectionFixture<SoakedDatabase>;
