using Microsoft.EntityFrameworkCore;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>The SDK's own tables in a PostgreSQL database.</summary>
public sealed class PostgreSqlPpcAdsDbContext : PpcAdsDbContext
{
    /// <summary>Makes the context.</summary>
    public PostgreSqlPpcAdsDbContext(DbContextOptions<PostgreSqlPpcAdsDbContext> options)
        : base(options)
    {
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPpcAds();
}
