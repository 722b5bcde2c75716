using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Cases.Tests;

/// <summary>One cluster for all tests on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlServer : ICollectionFixture<PostgreSqlCluster>
{
    public const string Name = "PostgreSQL";
}
