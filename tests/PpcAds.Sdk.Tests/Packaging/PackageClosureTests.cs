using FluentAssertions;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Packaging;

/// <summary>Whoever references the client alone gets what calling Amazon needs, and no database and no host.</summary>
public sealed class PackageClosureTests
{
    private const string Resilience = "Microsoft.Extensions.Http.Resilience";
    private const string Hosting = "Microsoft.Extensions.Hosting";

    private readonly PackageClosure _closure = PackageClosure.Of("PpcAds.Sdk");

    [Fact]
    public void The_packages_that_come_with_the_client_are_those_that_were_reviewed() =>
        GeneratedFile.Check(_closure.Text(), "docs", "decisions", "0030-closure.txt");

    [Fact]
    public void No_package_of_a_database_comes_with_the_client() =>
        _closure.From(_closure.Direct).Should().HaveCountGreaterThan(10).And.NotContain(package =>
            package.Contains("EntityFramework", StringComparison.OrdinalIgnoreCase)
            || package.Contains("Npgsql", StringComparison.OrdinalIgnoreCase)
            || package.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
            || package.StartsWith("System.Data", StringComparison.Ordinal)
            || package.StartsWith("Microsoft.Data", StringComparison.Ordinal));

    [Fact]
    public void Nothing_of_hosting_comes_with_the_client_but_the_abstractions_that_http_resilience_brings()
    {
        IReadOnlyList<string> own = _closure.From(_closure.Direct.Where(package => package != Resilience));

        own.Should().NotContain(package => package.StartsWith(Hosting, StringComparison.Ordinal));
        _closure.From(_closure.Direct).Where(package => package.StartsWith(Hosting, StringComparison.Ordinal))
            .Should().Equal($"{Hosting}.Abstractions");
    }

    [Fact]
    public void A_package_of_hosting_that_the_ingestion_names_itself_is_found()
    {
        PackageClosure ingestion = PackageClosure.Of("PpcAds.Sdk.Ingestion");

        ingestion.Direct.Should().Contain($"{Hosting}.Abstractions");
    }
}
