using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;

namespace AspNetHost.Shop;

/// <summary>The service's own context, with the SDK's tables next to its own.</summary>
internal sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<AccountOwner> AccountOwners => Set<AccountOwner>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Order>().ToTable("orders");
        modelBuilder.Entity<AccountOwner>().ToTable("account_owners").HasKey(owner => owner.AccountId);
        modelBuilder.Entity<AccountOwner>().Property(owner => owner.AccountId).ValueGeneratedNever();
        _ = Database.IsNpgsql() ? PostgreSqlModelBuilderExtensions.AddPpcAds(modelBuilder) : SqliteModelBuilderExtensions.AddPpcAds(modelBuilder);
    }
}
