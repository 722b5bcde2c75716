using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>The database says itself what its tables and columns are.</summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlCommentTests(PostgreSqlCluster cluster) : ViewContract
{
    private PostgreSqlPpcAdsDbContext? _context;

    protected override DbContext Context => _context ??= ((PostgreSqlStoreUnderTest)Store).Services.CreateScope().ServiceProvider
        .GetRequiredService<PostgreSqlPpcAdsDbContext>();

    [SkippableFact]
    public async Task Every_table_view_and_column_has_a_comment()
    {
        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows = await QueryAsync(
            """
            SELECT
              c.relname || coalesce('.' || a.attname, '') AS name,
              col_description(c.oid, coalesce(a.attnum, 0)) AS column_text,
              obj_description(c.oid, 'pg_class') AS table_text
            FROM pg_class c
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'v') AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'ppc_migrations_history'
            """);

        rows.Should().HaveCountGreaterThan(500);
        rows.Where(row => row["column_text"] is null || row["table_text"] is null).Select(row => row["name"]).Should().BeEmpty();
    }

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);
}
