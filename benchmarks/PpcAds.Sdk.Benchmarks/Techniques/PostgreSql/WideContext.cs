using Microsoft.EntityFrameworkCore;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>A context of the wide table alone.</summary>
internal sealed class WideContext(DbContextOptions<WideContext> options) : DbContext(options)
{
    public DbSet<WideRecord> Records => Set<WideRecord>();
}
