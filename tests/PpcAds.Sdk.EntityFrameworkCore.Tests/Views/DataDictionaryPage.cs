using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>Writes docs/data-dictionary.md.</summary>
internal static class DataDictionaryPage
{
    private const string Introduction =
        """
        # Data dictionary

        Every table, view and column. In PostgreSQL the same texts are stored with them (`COMMENT ON`), where most tools show
        them. Which tables and views to query is in [Storing](storing.md), and queries to begin with in the
        [cookbook](cookbook.md).

        - Amounts are in units of their currency. SQLite has no decimals: tables and `performance_records` have each amount as
          whole millionths too, in a column of the same name with `_micros` at its end; that one is exact.
        - Instants are UTC: `timestamp with time zone` in PostgreSQL, microseconds since 1970 in SQLite. Days are those of the
          profile's time zone, in SQLite as text (`2026-03-01`).
        - Rates (`ctr`, `cvr`, `acos`) are fractions: 0.25 is 25 %.

        This page is made from the code. After a change: `PPCADS_UPDATE_DOCS=1 dotnet test --filter DataDictionary`.

        """;

    public static string Write(IReadOnlyList<TableText> tables, IModel postgreSql, IModel sqlite)
    {
        StringBuilder page = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append("\n## Views\n");
        foreach (TableText view in tables.Where(table => table.IsView))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {view.Name}\n\n{view.Text}\n\n| column | |\n|---|---|\n");
            page.AppendJoin("", view.Columns.Select(column => $"| `{column.Name}` | {column.Text} |\n"));
        }

        page.Append("\n## Tables\n");
        foreach (TableText table in tables.Where(table => !table.IsView))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {table.Name}\n\n{table.Text}\n\n")
                .Append("| column | PostgreSQL | SQLite | |\n|---|---|---|---|\n");
            Dictionary<string, string> first = TypesOf(postgreSql, table.Name);
            Dictionary<string, string> second = TypesOf(sqlite, table.Name);
            page.AppendJoin("", table.Columns.Select(column =>
                $"| `{column.Name}` | {first[column.Name]} | {second.GetValueOrDefault(column.Name, "-")} | {column.Text} |\n"));
        }

        return page.ToString();
    }

    private static Dictionary<string, string> TypesOf(IModel model, string table) =>
        model.GetEntityTypes().Single(type => type.GetTableName() == table).GetProperties()
            .ToDictionary(
                property => property.GetColumnName(),
                property => property.GetColumnType() + (property.IsNullable ? "" : ", not null"));
}
