using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Model;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational;

/// <summary>
/// The SDK's own tables in the database of any relational provider of EF Core. There are no views: <c>PerformanceRecords</c> and
/// <c>ExchangeRates</c> cannot be queried; <see cref="PpcAds.Sdk.Reading.IPpcAdsReader"/> reads rows.
/// </summary>
public sealed class RelationalPpcAdsDbContext : PpcAdsDbContext
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="options">The options, of any relational provider.</param>
    public RelationalPpcAdsDbContext(DbContextOptions<RelationalPpcAdsDbContext> options)
        : base(options)
    {
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        RelationalModel.Apply(modelBuilder, Database.ProviderName!);
    }
}
