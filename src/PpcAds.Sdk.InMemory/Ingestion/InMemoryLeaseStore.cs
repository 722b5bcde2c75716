using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.InMemory.Ingestion;

internal sealed class InMemoryLeaseStore(InMemoryState state, TimeProvider timeProvider) : ILeaseStore
{
    public Task<Lease?> TryTakeAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (state.Gate)
        {
            (long epoch, DateTimeOffset? until) = state.Leases.GetValueOrDefault(name);
            if (until >= now)
            {
                return Task.FromResult<Lease?>(null);
            }

            state.Leases[name] = (epoch + 1, now + duration);
            return Task.FromResult<Lease?>(new Lease(name, epoch + 1));
        }
    }

    public Task<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken = default) =>
        Task.FromResult(TrySet(lease, timeProvider.GetUtcNow() + duration));

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        TrySet(lease, null);
        return Task.CompletedTask;
    }

    public Task<int> PruneAsync(TimeSpan age, CancellationToken cancellationToken = default)
    {
        DateTimeOffset before = timeProvider.GetUtcNow() - age;
        lock (state.Gate)
        {
            string[] old = [.. state.Leases.Where(lease => lease.Value.Until < before).Select(lease => lease.Key)];
            foreach (string name in old)
            {
                state.Leases.Remove(name);
            }

            return Task.FromResult(old.Length);
        }
    }

    private bool TrySet(Lease lease, DateTimeOffset? until)
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (state.Gate)
        {
            if (state.Leases.GetValueOrDefault(lease.Name) is not { Until: not null } held || held.Epoch != lease.Epoch)
            {
                return false;
            }

            state.Leases[lease.Name] = (lease.Epoch, until);
            return true;
        }
    }
}
