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
          {string.Join(",\n  ", Columns.Select(column => $"{column.Sql} AS {column.Name}"))}
        {Source}
        """;
}
