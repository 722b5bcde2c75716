using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>SQLite stores no comments; its tables, views and columns are those that the dictionary describes.</summary>
public sealed class SqliteColumnTextTests : ViewContract
{
    private SqlitePpcAdsDbContext? _context;

    protected override DbContext Context => _context ??= ((SqliteStoreUnderTest)Store).Services.CreateScope().ServiceProvider
        .GetRequiredService<SqlitePpcAdsDbContext>();

    [Fact]
    public async Task Every_column_has_a_text()
    {
        string[] columns = [.. (await QueryAsync(
            """
            SELECT m.name || '.' || c.name AS name
            FROM sqlite_master m, pragma_table_xinfo(m.name) c
            WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%' AND m.name <> 'ppc_migrations_history'
              AND m.name <> '__EFMigrationsLock'
            """)).Select(row => (string)row["name"]!)];

        columns.Should().HaveCountGreaterThan(500);
        columns.Select(column => column.Replace("_micros", "", StringComparison.Ordinal)).Distinct().Should().BeEquivalentTo(
            DataDictionary.Of(new PostgreSqlModelDialect()).SelectMany(table => table.Columns
                .Where(column => !column.Text.EndsWith("PostgreSQL only.", StringComparison.Ordinal))
                .Select(column => $"{table.Name}.{column.Name}")));
    }

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
