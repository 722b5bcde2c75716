namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>A view: its columns, each with its SQL, and what they are read from.</summary>
/// <param name="Name">The name.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Source">The clauses from <c>FROM</c> on.</param>
internal sealed record ViewDefinition(string Name, IReadOnlyList<(string Name, string Sql)> Columns, string Source)
{
    /// <summary>The queries that the source names.</summary>
    public string? With { get; init; }

    public string ToSql(string prefix) =>
        $"""
        CREATE VIEW {prefix}{Name} AS
        {(With is null ? "" : With + "\n")}SELECT
          {string.Join(",\n  ", Columns.Select(column => Named(column.Sql, column.Name)))}
        {Source}
        """;

    /// <summary>A column of the same name needs no other: SQLite reads the text of all views whenever a file is opened.</summary>
    private static string Named(string sql, string name) =>
        sql.Length == name.Length + 2 && sql.EndsWith("." + name, StringComparison.Ordinal) ? sql : $"{sql} AS {name}";
}
