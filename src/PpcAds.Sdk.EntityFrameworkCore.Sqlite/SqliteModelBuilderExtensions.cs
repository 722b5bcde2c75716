using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>Puts the SDK's tables into a context of the application's own, on SQLite.</summary>
public static class SqliteModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables to the model. The application's migrations then own them: add one after each update of this package, and
    /// call <c>migrationBuilder.CreatePpcAdsViews()</c> in it for the views.
    /// </summary>
    public static ModelBuilder AddPpcAds(this ModelBuilder modelBuilder)
    {
        PpcAdsModel.Apply(modelBuilder, new SqliteModelDialect());
        return modelBuilder;
    }
}
