using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>The beat that keeps a job's lease while it is worked on.</summary>
public sealed class LeaseRenewerTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(12);

    [Fact]
    public async Task A_store_that_failed_for_a_moment_does_not_cost_the_lease()
    {
        var time = new SteppingTimeProvider();
        var store = new FailingJobStore(new InMemoryStorage(time).Jobs);
        ReportJob job = await store.PlanAndClaimAsync(time.GetUtcNow(), Lease);
        await using var keeper = new LeaseRenewer("job", token => store.RenewAsync(job, Lease, token), Lease, time, NullLogger.Instance, CancellationToken.None);

        store.IsDown = true;
        await PassAsync(time, Lease / 3);
        await PassAsync(time, Lease / 12);

        // Not before the second try has failed, too.
        (await time.NextWaitAsync()).Should().Be(Lease / 12);
        store.IsDown = false;
        time.Advance(Lease / 12);
        (await time.NextWaitAsync()).Should().Be(Lease / 3, "it was renewed after 6 minutes, for 12");
        time.Advance(Lease / 4);

        keeper.Token.IsCancellationRequested.Should().BeFalse();
        (await store.Inner.ClaimAsync("other", Lease, time.GetUtcNow())).Should().BeNull("half of the lease is left");
    }

    [Fact]
    public async Task A_store_that_stays_away_beyond_the_lease_does_not_end_the_work_but_a_lease_that_another_took_does()
    {
        var time = new SteppingTimeProvider();
        var store = new FailingJobStore(new InMemoryStorage(time).Jobs);
        ReportJob job = await store.PlanAndClaimAsync(time.GetUtcNow(), Lease);
        await using var keeper = new LeaseRenewer("job", token => store.RenewAsync(job, Lease, token), Lease, time, NullLogger.Instance, CancellationToken.None);

        store.IsDown = true;
        await PassAsync(time, Lease / 3);
        for (int i = 0; i < 10; i++)
        {
            await PassAsync(time, Lease / 12);
        }

        (await time.NextWaitAsync()).Should().Be(Lease / 12);

        keeper.Token.IsCancellationRequested.Should().BeFalse("nobody has taken it, and the commit would tell");
        (await store.Inner.ClaimAsync("other", Lease, time.GetUtcNow())).Should().NotBeNull();
        store.IsDown = false;
        var cancelled = new TaskCompletionSource();
        keeper.Token.Register(cancelled.SetResult);
        time.Advance(Lease / 12);

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        keeper.IsLost.Should().BeTrue();
    }

    private static async Task PassAsync(SteppingTimeProvider time, TimeSpan beat)
    {
        (await time.NextWaitAsync()).Should().Be(beat);
        time.Advance(beat);
    }
}
