using FluentAssertions;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>What the worker forgets.</summary>
public sealed class PruneTests
{
    [Fact]
    public async Task Leases_of_connections_that_ran_out_a_day_ago_are_forgotten_with_the_rest()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.Storage.Leases.TryTakeAsync("connect/a", "connect", TimeSpan.FromMinutes(11));
        ingestion.Time.Advance(TimeSpan.FromHours(23));
        await ingestion.Orchestrator.PruneAsync();
        (await ingestion.Storage.Leases.PruneAsync(TimeSpan.FromDays(20))).Should().Be(0);
        ingestion.Time.Advance(TimeSpan.FromHours(2));

        await ingestion.Orchestrator.PruneAsync();

        (await ingestion.Storage.Leases.PruneAsync(TimeSpan.FromHours(1))).Should().Be(0, "it was forgotten already");
    }
}
