using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

/// <summary>How a file is opened.</summary>
public sealed class SqliteConnectionTests
{
    [Theory]
    [InlineData("Data Source=ads.db", false)]
    [InlineData("Data Source=ads.db;Pooling=False", false)]
    [InlineData("Data Source=ads.db;Pooling=True", true)]
    [InlineData("Data Source=ads;Mode=Memory;Cache=Shared", true)]
    [InlineData("Data Source=:memory:", true)]
    public async Task Connections_to_a_file_are_not_pooled_unless_the_connection_string_says_so(string connectionString, bool isPooled)
    {
        var services = new ServiceCollection();
        services.AddScannedPpcAds().UseSqlite(connectionString);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();

        string used = scope.ServiceProvider.GetRequiredService<SqlitePpcAdsDbContext>().Database.GetConnectionString()!;

        new SqliteConnectionStringBuilder(used).Pooling.Should().Be(isPooled);
    }
}
