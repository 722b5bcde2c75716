using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests;

/// <summary>The classes that LINQ reads have just the columns that the records define: a sink writes by the records.</summary>
public sealed class EntityColumnTests
{
    public static TheoryData<string> Tables { get; } = [.. EntityTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_the_columns_of_its_record_on_SQLite(string table)
    {
        using var context = new SqlitePpcAdsDbContext(new DbContextOptionsBuilder<SqlitePpcAdsDbContext>().UseSqlite("Data Source=:memory:").Options);

        Compare(context, table, column => column.Kind == EntityColumnKind.Money ? $"{column.Name}_micros" : column.Name);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_the_columns_of_its_record_on_PostgreSQL(string table)
    {
        using var context = new PostgreSqlPpcAdsDbContext(new DbContextOptionsBuilder<PostgreSqlPpcAdsDbContext>().UseNpgsql("Host=none").Options);

        Compare(context, table, column => column.Name);
    }

    private static void Compare(DbContext context, string table, Func<EntityColumn, string> columnOf)
    {
        EntityTable expected = EntityTables.All.Single(one => one.Name == table);
        IEntityType mapped = context.Model.GetEntityTypes().Single(type => type.GetTableName() == table);
        Dictionary<string, bool> columns = mapped.GetProperties().ToDictionary(property => property.GetColumnName(), property => property.IsNullable);

        foreach (EntityColumn column in expected.Attributes)
        {
            columns.Should().ContainKey(columnOf(column));
            columns[columnOf(column)].Should().Be(!column.IsRequired, column.Name);
        }

        columns.Should().ContainKey(expected.IdColumn);
    }
}
