using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;

namespace PpcAds.Sdk.TestApp;

/// <summary>The application's own context: its orders, and the SDK's tables beside them.</summary>
public class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Order>().ToTable("orders");
        modelBuilder.AddPpcAds();
    }
}
