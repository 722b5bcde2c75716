using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c> in this project.</summary>
internal sealed class SqlitePpcAdsDbContextFactory : IDesignTimeDbContextFactory<SqlitePpcAdsDbContext>
{
    public SqlitePpcAdsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePpcAdsDbContext>().UseSqlite("Data Source=design.db").Options);
}
