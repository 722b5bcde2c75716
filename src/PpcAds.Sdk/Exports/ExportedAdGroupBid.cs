namespace PpcAds.Sdk.Exports;

/// <summary>An ad group's bid.</summary>
public sealed record ExportedAdGroupBid : ExportedObject
{
    /// <summary>The amount.</summary>
    public decimal? DefaultBid { get; init; }

    /// <summary>The currency.</summary>
    public string? CurrencyCode { get; init; }
}
