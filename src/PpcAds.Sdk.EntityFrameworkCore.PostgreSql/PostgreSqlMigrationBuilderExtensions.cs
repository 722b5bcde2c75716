using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>The views, for migrations of the application's own.</summary>
public static class PostgreSqlMigrationBuilderExtensions
{
    /// <summary>Adds <c>campaign_performance</c> and the other views; call it after the tables are made.</summary>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    public static void CreatePpcAdsViews(this MigrationBuilder migrationBuilder, string? schema = null) => PpcAdsViews.Create(migrationBuilder, schema);

    /// <summary>Takes the views out again.</summary>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    public static void DropPpcAdsViews(this MigrationBuilder migrationBuilder, string? schema = null) => PpcAdsViews.Drop(migrationBuilder, schema);
}
