namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>Something that differs in a store.</summary>
public sealed record StoreDifference
{
    /// <summary>Gets what kind of difference it is.</summary>
    public required StoreDifferenceKind Kind { get; init; }

    /// <summary>Gets the table that it was found in.</summary>
    public required string Table { get; init; }

    /// <summary>Gets the day, if it is about one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets the id of the campaign, ad group, keyword or target, if it is about one.</summary>
    public long? EntityId { get; init; }

    /// <summary>Gets the column or the thing that differs.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets what it should be; empty if nothing should be there.</summary>
    public string Expected { get; init; } = "";

    /// <summary>Gets what it is; empty if nothing is there.</summary>
    public string Found { get; init; } = "";
}
