using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>An update of those rows of a table of entities that a page has too.</summary>
/// <remarks>
/// In SQL the stored row is called <c>e</c>, and the row of the page as <see cref="PpcAdsSqlDialect.PageRow"/> says.
/// </remarks>
[Experimental(Experimentals.StoreMakers)]
public sealed record PageUpdate
{
    /// <summary>Gets the table, with its schema if it has one.</summary>
    public required string Table { get; init; }

    /// <summary>Gets the page as a table that is called <c>p</c>, as <see cref="PpcAdsSqlDialect.PageSql"/> returns it.</summary>
    public required string Page { get; init; }

    /// <summary>Gets the columns of the table's primary key, and the value of each in a row of the page, as SQL.</summary>
    public required IReadOnlyList<(string Column, string Value)> Key { get; init; }

    /// <summary>Gets the statement that inserts the rows of the page, up to the point where <c>ON CONFLICT</c> follows.</summary>
    public required string Insert { get; init; }

    /// <summary>Gets the assignments.</summary>
    public required string Set { get; init; }

    /// <summary>Gets the condition under which a row is written.</summary>
    public required string Condition { get; init; }
}
