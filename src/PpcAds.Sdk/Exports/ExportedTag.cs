namespace PpcAds.Sdk.Exports;

/// <summary>A tag of a campaign.</summary>
public sealed record ExportedTag : ExportedObject
{
    /// <summary>Its name.</summary>
    public string? Key { get; init; }

    /// <summary>Its value.</summary>
    public string? Value { get; init; }
}
