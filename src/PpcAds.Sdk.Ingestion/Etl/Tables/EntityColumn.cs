using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>An attribute of an entity.</summary>
/// <param name="Name">The column; of money, its name without what a database appends.</param>
/// <param name="Kind">What it holds.</param>
[Experimental(Experimentals.StoreMakers)]
public abstract record EntityColumn(string Name, EntityColumnKind Kind)
{
    /// <summary>Whether it is never null.</summary>
    public bool IsRequired { get => field || IsKey; init; }

    /// <summary>Gets a value that indicates whether it is part of the primary key, behind the id.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether only lists know it: an export then leaves it as it is.</summary>
    public bool IsListOnly { get; init; }

    /// <summary>
    /// Whether a value, once known, never changes, so that <see langword="null"/> leaves it as it is: a list that does not name
    /// it says nothing.
    /// </summary>
    public bool IsPermanent { get; init; }
}
