using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational;

/// <summary>The database as a whole. The host runs <see cref="EnsureReadyAsync"/> when it starts.</summary>
public sealed class RelationalPpcAdsDatabase
{
    private readonly IPpcAdsContexts _contexts;
    private readonly IServiceProvider _services;

    internal RelationalPpcAdsDatabase(IPpcAdsContexts contexts, IServiceProvider services) =>
        (_contexts, _services) = (contexts, services);

    /// <summary>
    /// Makes the tables: by the migrations of <see cref="RelationalPpcAdsDbContext"/>, if its options name an assembly that has
    /// some; otherwise as the model has them, unless they are there. Then checks the keys of stored credentials.
    /// </summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <exception cref="InvalidOperationException">Credentials were written with other keys.</exception>
    public async Task EnsureReadyAsync(CancellationToken cancellationToken = default)
    {
        ContextLease lease = _contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            DbContext context = lease.Context;
            if (context.Database.GetMigrations().Any())
            {
                await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (!await context.Database.EnsureCreatedAsync(cancellationToken).ConfigureAwait(false)
                && !await HasTablesAsync(context, cancellationToken).ConfigureAwait(false))
            {
                // The database has tables already, of others.
                await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await PpcAdsStorage.CheckCredentialsAsync(_services, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> HasTablesAsync(DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Set<PpcAccount>().AnyAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
