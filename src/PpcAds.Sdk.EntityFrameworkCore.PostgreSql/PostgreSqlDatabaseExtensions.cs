using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>The views and the trigger, for tables that no migration made.</summary>
public static class PostgreSqlDatabaseExtensions
{
    /// <summary>
    /// Adds <c>performance_records</c>, the other views and the trigger to tables that <c>EnsureCreated</c> made, which makes no
    /// views. Those with migrations call <see cref="PostgreSqlMigrationBuilderExtensions.CreatePpcAdsViews"/> there instead.
    /// </summary>
    /// <param name="database">The database of the context that has the tables.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public static Task CreatePpcAdsViewsAsync(
        this DatabaseFacade database, string? schema = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var migration = new MigrationBuilder(database.ProviderName);
        migration.CreatePpcAdsViews(schema);
        return PpcAdsViews.RunAsync(database, migration, cancellationToken);
    }
}
