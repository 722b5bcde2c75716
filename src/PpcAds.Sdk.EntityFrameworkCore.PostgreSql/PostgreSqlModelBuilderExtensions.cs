using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>Puts the SDK's tables into a context of the application's own, on PostgreSQL.</summary>
public static class PostgreSqlModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables to the model. The application's migrations then own them: add one after each update of this package, and
    /// call <c>migrationBuilder.CreatePpcAdsViews()</c> in it for the views.
    /// </summary>
    /// <param name="modelBuilder">The model.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    public static ModelBuilder AddPpcAds(this ModelBuilder modelBuilder, string? schema = null)
    {
        PpcAdsModel.Apply(modelBuilder, new PostgreSqlModelDialect(), schema);
        return modelBuilder;
    }
}
