using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>For <c>dotnet ef migrations add</c> in this project.</summary>
internal sealed class PostgreSqlPpcAdsDbContextFactory : IDesignTimeDbContextFactory<PostgreSqlPpcAdsDbContext>
{
    public PostgreSqlPpcAdsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlPpcAdsDbContext>().UseNpgsql("Host=design").Options);
}
