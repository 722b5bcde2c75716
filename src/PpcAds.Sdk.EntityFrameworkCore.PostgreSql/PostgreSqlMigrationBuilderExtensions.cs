using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>The views and the trigger, for migrations of the application's own.</summary>
public static class PostgreSqlMigrationBuilderExtensions
{
    /// <summary>
    /// Adds <c>performance_records</c>, <c>campaign_performance</c> and the other views, comments on all tables, views and
    /// columns, and the trigger that removes the hash of a row of <c>performance_facts</c> that was changed by hand. Call it
    /// after the tables are made.
    /// </summary>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    public static void CreatePpcAdsViews(this MigrationBuilder migrationBuilder, string? schema = null)
    {
        PpcAdsViews.Create(migrationBuilder, new PostgreSqlModelDialect(), schema);
        HashTrigger.Create(migrationBuilder, schema);
    }

    /// <summary>Removes the views and the trigger.</summary>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    public static void DropPpcAdsViews(this MigrationBuilder migrationBuilder, string? schema = null)
    {
        HashTrigger.Drop(migrationBuilder, schema);
        PpcAdsViews.Drop(migrationBuilder, schema);
    }
}
