using Microsoft.EntityFrameworkCore;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>The SDK's own tables in a SQLite file.</summary>
public sealed class SqlitePpcAdsDbContext : PpcAdsDbContext
{
    /// <summary>Makes the context.</summary>
    public SqlitePpcAdsDbContext(DbContextOptions<SqlitePpcAdsDbContext> options)
        : base(options)
    {
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPpcAds();
}
