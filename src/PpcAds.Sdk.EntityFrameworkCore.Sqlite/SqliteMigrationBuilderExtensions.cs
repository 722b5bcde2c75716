using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>The views, for migrations of the application's own.</summary>
public static class SqliteMigrationBuilderExtensions
{
    /// <summary>
    /// Adds <c>performance_records</c>, <c>campaign_performance</c> and the other views. Call it after the tables are created: of
    /// those, <c>performance_facts</c> and <c>performance_changes</c> are then stored in the order of their keys, which EF Core
    /// cannot express and which makes the file a fifth smaller.
    /// </summary>
    public static void CreatePpcAdsViews(this MigrationBuilder migrationBuilder)
    {
        KeyOrderedTables.Use(migrationBuilder);
        PpcAdsViews.Create(migrationBuilder, new SqliteModelDialect());
    }

    /// <summary>Takes the views out again.</summary>
    public static void DropPpcAdsViews(this MigrationBuilder migrationBuilder) => PpcAdsViews.Drop(migrationBuilder);
}
