using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Leases of work that one at a time does.</summary>
public abstract class LeaseContract : StoreContract
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [SkippableFact]
    public async Task A_lease_is_held_by_one_until_it_is_given_back()
    {
        Lease first = (await Store.Leases.TryTakeAsync("sync/account/1", "one", TimeSpan.FromMinutes(1)))!;
        (await Store.Leases.TryTakeAsync("sync/account/1", "two", Short)).Should().BeNull();
        (await Store.Leases.TryTakeAsync("sync/account/2", "two", Short)).Should().NotBeNull();

        await Store.Leases.ReleaseAsync(first);

        (await Store.Leases.RenewAsync(first, Short)).Should().BeFalse();
        (await Store.Leases.TryTakeAsync("sync/account/1", "two", Short))!.Epoch.Should().Be(first.Epoch + 1);
    }

    [SkippableFact]
    public async Task A_lease_that_ran_out_goes_to_the_next_and_its_former_holder_can_neither_renew_nor_release_it()
    {
        Lease first = (await Store.Leases.TryTakeAsync("x", "one", Short))!;
        await Store.PassLeaseTimeAsync(Short * 2);
        Lease second = (await Store.Leases.TryTakeAsync("x", "two", TimeSpan.FromMinutes(1)))!;

        (await Store.Leases.RenewAsync(first, Short)).Should().BeFalse();
        await Store.Leases.ReleaseAsync(first);

        (await Store.Leases.RenewAsync(second, TimeSpan.FromMinutes(1))).Should().BeTrue();
        (await Store.Leases.TryTakeAsync("x", "three", Short)).Should().BeNull();
    }

    [SkippableFact]
    public async Task A_renewed_lease_holds_on()
    {
        Lease lease = (await Store.Leases.TryTakeAsync("x", "one", Short))!;

        (await Store.Leases.RenewAsync(lease, TimeSpan.FromMinutes(1))).Should().BeTrue();
        await Store.PassLeaseTimeAsync(Short * 2);

        (await Store.Leases.TryTakeAsync("x", "two", Short)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Of_many_that_want_a_lease_at_once_one_gets_it()
    {
        Lease?[] taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => Store.Leases.TryTakeAsync("x", $"worker {i}", TimeSpan.FromMinutes(1)))));

        taken.OfType<Lease>().Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Leases_that_ran_out_long_ago_are_pruned_and_held_and_released_ones_stay()
    {
        await Store.Leases.TryTakeAsync("connect/old", "one", Short);
        Lease held = (await Store.Leases.TryTakeAsync("sync/account/1", "one", TimeSpan.FromHours(9)))!;
        Lease released = (await Store.Leases.TryTakeAsync("sync/account/2", "one", Short))!;
        await Store.Leases.ReleaseAsync(released);
        await Store.PassLeaseTimeAsync(TimeSpan.FromHours(2));

        (await Store.Leases.PruneAsync(TimeSpan.FromHours(3))).Should().Be(0);
        (await Store.Leases.PruneAsync(TimeSpan.FromHours(1))).Should().Be(1);

        (await Store.Leases.TryTakeAsync("connect/old", "two", Short))!.Epoch.Should().Be(1);
        (await Store.Leases.RenewAsync(held, Short)).Should().BeTrue();
        (await Store.Leases.TryTakeAsync("sync/account/2", "two", Short))!.Epoch.Should().Be(released.Epoch + 1);
    }
}
