using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Ingestion;

/// <summary>
/// Leases in <c>ppc_leases</c>. Whoever updates the epoch that was read has the lease; the time is the process's, as EF Core has
/// no way to ask a database for its own.
/// </summary>
internal sealed class RelationalLeaseStore(Transactions transactions, TimeProvider timeProvider) : ILeaseStore
{
    public Task<Lease?> TryTakeAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return transactions.UpsertAsync(
            async (context, token) =>
            {
                DateTimeOffset now = timeProvider.GetUtcNow();
                PpcLease? row = await context.Set<PpcLease>().AsNoTracking()
                    .FirstOrDefaultAsync(lease => lease.Name == name, token).ConfigureAwait(false);
                long epoch = (row?.LeaseEpoch ?? 0) + 1;
                if (row is null)
                {
                    context.Add(
                        new PpcLease { Name = name, LeaseOwner = owner, LeaseUntil = now + duration, LeaseEpoch = epoch });
                    await context.SaveChangesAsync(token).ConfigureAwait(false);
                    return new Lease(name, epoch);
                }

                // Another process that is faster has changed the epoch, and its lease holds.
                return !(row.LeaseUntil >= now) && await context.Set<PpcLease>()
                    .Where(lease => lease.Name == name && lease.LeaseEpoch == row.LeaseEpoch)
                    .ExecuteUpdateAsync(
                        lease => lease.SetProperty(x => x.LeaseOwner, owner)
                            .SetProperty(x => x.LeaseUntil, now + duration)
                            .SetProperty(x => x.LeaseEpoch, epoch),
                        token).ConfigureAwait(false) > 0
                    ? new Lease(name, epoch)
                    : null;
            },
            cancellationToken);
    }

    public Task<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        DateTimeOffset until = timeProvider.GetUtcNow() + duration;
        return transactions.ReadAsync(
            async (context, token) => await Held(context, lease)
                .ExecuteUpdateAsync(row => row.SetProperty(x => x.LeaseUntil, until), token).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return transactions.ReadAsync(
            (context, token) => Held(context, lease).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.LeaseOwner, (string?)null)
                    .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null),
                token),
            cancellationToken);
    }

    public Task<int> PruneAsync(TimeSpan age, CancellationToken cancellationToken = default)
    {
        DateTimeOffset before = timeProvider.GetUtcNow() - age;
        return transactions.ReadAsync(
            (context, token) => context.Set<PpcLease>().Where(lease => lease.LeaseUntil < before).ExecuteDeleteAsync(token),
            cancellationToken);
    }

    private static IQueryable<PpcLease> Held(DbContext context, Lease lease) => context.Set<PpcLease>()
        .Where(row => row.Name == lease.Name && row.LeaseEpoch == lease.Epoch && row.LeaseUntil != null);
}
