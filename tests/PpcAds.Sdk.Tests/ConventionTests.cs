using System.Reflection;
using FluentAssertions;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Simulator.Hosting;
using PpcAds.Sdk.SponsoredDisplay;
using Xunit;

namespace PpcAds.Sdk.Tests;

/// <summary>Rules of the house that no analyzer knows.</summary>
public sealed class ConventionTests
{
    private static readonly Assembly Sdk = typeof(AmazonAdsClient).Assembly;

    [Fact]
    public void The_simulator_and_the_client_share_nothing()
    {
        References(typeof(AmazonAdsSimulator).Assembly).Should().NotContain(Sdk.GetName().Name);
        References(Sdk).Should().NotContain(name => name!.Contains("Simulator", StringComparison.Ordinal));
        References(typeof(IngestionOrchestrator).Assembly).Should().NotContain(name => name!.Contains("Simulator",
            StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_hosting_of_the_simulator_knows_both_sides() =>
        References(typeof(AmazonAdsSimulatorExtensions).Assembly).Where(name => name!.StartsWith("PpcAds.",
            StringComparison.Ordinal))
            .Should().BeEquivalentTo("PpcAds.Sdk", "PpcAds.Sdk.Ingestion", "PpcAds.Sdk.Simulator");

    [Fact]
    public void The_client_stands_on_extensions_packages_and_on_Polly_only() =>
        References(Sdk).Should().OnlyContain(name => name!.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name.StartsWith("Polly.", StringComparison.Ordinal));

    [Fact]
    public void Public_classes_are_sealed_or_made_to_be_derived_from() =>
        Sdk.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Should().BeEquivalentTo([typeof(AmazonAdsException), typeof(SponsoredDisplayFilter)]);

    [Fact]
    public void What_goes_over_the_wire_is_internal() =>
        Sdk.GetExportedTypes().Where(type => type.Namespace!.EndsWith(".Wire", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Every_public_method_that_waits_can_be_cancelled() =>
        Sdk.GetExportedTypes()
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal))
            .Where(method => method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Should().BeEmpty();

    [Fact]
    public void Event_ids_are_unique_and_in_the_range_of_their_feature()
    {
        var events = Sdk.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static))
            .Select(method => (method.DeclaringType!.Namespace, Attribute: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .Select(pair => (pair.Namespace, Id: pair.Attribute!.EventId))
            .ToList();

        events.Select(pair => pair.Id).Should().OnlyHaveUniqueItems().And.NotBeEmpty();
        events.Should().OnlyContain(pair => pair.Id / 100 == (
            pair.Namespace!.EndsWith(".Http", StringComparison.Ordinal) || pair.Namespace.EndsWith(".Calls", StringComparison.Ordinal) ? 10
            : pair.Namespace.EndsWith(".Authentication", StringComparison.Ordinal) ? 11
            : pair.Namespace.EndsWith(".Ingestion", StringComparison.Ordinal) ? 13
            : pair.Namespace.EndsWith(".Throttling", StringComparison.Ordinal) ? 14
            : pair.Namespace.EndsWith(".Leases", StringComparison.Ordinal) ? 19
            : 12));
    }

    [Fact]
    public void Features_do_not_reach_into_one_another() =>
        Directory.EnumerateFiles(Path.Combine(Testing.RepositoryFiles.Root, "src", "PpcAds.Sdk", "SponsoredProducts"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("using PpcAds.Sdk.Reports", StringComparison.Ordinal) || text.Contains("using PpcAds.Sdk.Profiles", StringComparison.Ordinal)))
            .Should().BeEmpty();

    private static IEnumerable<string?> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name);
}
