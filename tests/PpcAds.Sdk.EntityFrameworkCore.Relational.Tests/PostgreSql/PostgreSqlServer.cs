using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;

/// <summary>One cluster for all tests on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlServer : ICollectionFixture<PostgreSqlCluster>
{
    public const string Name = "PostgreSQL";
}
