using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>The views, for migrations of the application's own.</summary>
public static class SqliteMigrationBuilderExtensions
{
    /// <summary>
    /// Adds <c>performance_records</c>, <c>campaign_performance</c> and the other views; call it after the tables are made.
    /// </summary>
    public static void CreatePpcAdsViews(this MigrationBuilder migrationBuilder) =>
        PpcAdsViews.Create(migrationBuilder, new SqliteModelDialect());

    /// <summary>Takes the views out again.</summary>
    public static void DropPpcAdsViews(this MigrationBuilder migrationBuilder) => PpcAdsViews.Drop(migrationBuilder);
}
