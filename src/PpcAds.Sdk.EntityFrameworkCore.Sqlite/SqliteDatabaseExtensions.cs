using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>The views, for tables that no migration made.</summary>
public static class SqliteDatabaseExtensions
{
    /// <summary>
    /// Adds <c>performance_records</c> and the other views to tables that <c>EnsureCreated</c> made, which makes no views. Those
    /// with migrations call <see cref="SqliteMigrationBuilderExtensions.CreatePpcAdsViews"/> there instead.
    /// </summary>
    /// <param name="database">The database of the context that has the tables.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public static Task CreatePpcAdsViewsAsync(this DatabaseFacade database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var migration = new MigrationBuilder(database.ProviderName);
        migration.CreatePpcAdsViews();
        return PpcAdsViews.RunAsync(database, migration, cancellationToken);
    }
}
