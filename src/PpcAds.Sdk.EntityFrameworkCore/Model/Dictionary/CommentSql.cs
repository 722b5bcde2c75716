namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The statements that store the texts in the database.</summary>
internal static class CommentSql
{
    /// <summary>All in one text: a statement each would be hundreds of commands.</summary>
    public static string Of(IEnumerable<TableText> tables, string prefix) =>
        string.Join(";\n", tables.SelectMany(table => Of(table, prefix)));

    private static IEnumerable<string> Of(TableText table, string prefix) =>
    [
        $"COMMENT ON {(table.IsView ? "VIEW" : "TABLE")} {prefix}{table.Name} IS {Quote(table.Text)}",
        .. table.Columns.Select(column => $"COMMENT ON COLUMN {prefix}{table.Name}.{column.Name} IS {Quote(column.Text)}"),
    ];

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
