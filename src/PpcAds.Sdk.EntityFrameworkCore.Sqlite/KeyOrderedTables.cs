using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// Tables that are stored in the order of their key (<c>WITHOUT ROWID</c>), which EF Core does not know: without an index that
/// repeats the key of each row, the file is a fifth smaller, and days are read where they stand.
/// </summary>
internal static class KeyOrderedTables
{
    private static readonly string[] Names = ["performance_facts", "performance_changes"];

    /// <summary>Replaces those tables in a migration that creates them. The same columns and key, otherwise stored.</summary>
    public static void Use(MigrationBuilder migrationBuilder)
    {
        List<MigrationOperation> operations = migrationBuilder.Operations;
        for (int i = 0; i < operations.Count; i++)
        {
            if (operations[i] is CreateTableOperation table && Names.Contains(table.Name))
            {
                operations[i] = new SqlOperation { Sql = ToSql(table) };
            }
        }
    }

    private static string ToSql(CreateTableOperation table) =>
        $"""
        CREATE TABLE "{table.Name}" (
          {string.Join(",\n  ", table.Columns.Select(Define))},
          CONSTRAINT "{table.PrimaryKey!.Name}" PRIMARY KEY ({string.Join(", ", table.PrimaryKey.Columns.Select(Quote))})
        ) WITHOUT ROWID
        """;

    private static string Define(AddColumnOperation column) =>
        column.ComputedColumnSql is { } sql
            ? $"{Quote(column.Name)} AS ({sql})"
            : $"{Quote(column.Name)} {column.ColumnType}{(column.IsNullable ? " NULL" : " NOT NULL")}";

    private static string Quote(string name) => $"\"{name}\"";
}
