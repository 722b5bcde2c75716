using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Leases in <c>ppc_leases</c>. Taking one is one statement, and its time the database's.</summary>
internal sealed class EfLeaseStore(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : ILeaseStore
{
    public async Task<Lease?> TryTakeAsync(
        string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ContextLease context = contexts.Create();
        await using (context.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(context.Context, dialect, cancellationToken).ConfigureAwait(false);
            long? epoch = await SqlSession.FirstAsync<long?>(
                session.Command(
                    $"""
                    INSERT INTO {new TableNames(context.Context).Leases} AS l (name, lease_owner, lease_until, lease_epoch)
                    VALUES (@name, @owner, {dialect.NowPlus("@seconds")}, 1)
                    ON CONFLICT (name) DO UPDATE
                    SET lease_owner = excluded.lease_owner,
                      lease_until = excluded.lease_until,
                      lease_epoch = l.lease_epoch + 1
                    WHERE l.lease_until IS NULL
                      OR l.lease_until < {dialect.NowPlus("@zero")}
                    RETURNING lease_epoch
                    """,
                    ("@name", name),
                    ("@owner", owner),
                    ("@seconds", duration.TotalSeconds),
                    ("@zero", 0.0)),
                reader => reader.GetInt64(0),
                cancellationToken).ConfigureAwait(false);
            return epoch is { } taken ? new Lease(name, taken) : null;
        }
    }

    public Task<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken = default) =>
        UpdateAsync(
            lease, $"lease_until = {dialect.NowPlus("@seconds")}", [("@seconds", duration.TotalSeconds)], cancellationToken);

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken = default) =>
        UpdateAsync(lease, "lease_owner = NULL, lease_until = NULL", [], cancellationToken);

    public async Task<int> PruneAsync(TimeSpan age, CancellationToken cancellationToken = default)
    {
        ContextLease context = contexts.Create();
        await using (context.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(context.Context, dialect, cancellationToken).ConfigureAwait(false);
            return await SqlSession.ExecuteAsync(
                session.Command(
                    $"""
                    DELETE FROM {new TableNames(context.Context).Leases}
                    WHERE lease_until < {dialect.NowPlus("@age")}
                    """,
                    ("@age", -age.TotalSeconds)),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> UpdateAsync(
        Lease lease, string set, (string, object?)[] parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ContextLease context = contexts.Create();
        await using (context.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(context.Context, dialect, cancellationToken).ConfigureAwait(false);
            return await SqlSession.ExecuteAsync(
                session.Command(
                    $"""
                    UPDATE {new TableNames(context.Context).Leases}
                    SET {set}
                    WHERE name = @name
                      AND lease_epoch = @epoch
                      AND lease_until IS NOT NULL
                    """,
                    [.. parameters, ("@name", lease.Name), ("@epoch", lease.Epoch)]),
                cancellationToken).ConfigureAwait(false) > 0;
        }
    }
}
