namespace PpcAds.Sdk.Exports;

/// <summary>A target's bid.</summary>
public sealed record ExportedTargetBid : ExportedObject
{
    /// <summary>The amount.</summary>
    public decimal? Bid { get; init; }

    /// <summary>The currency.</summary>
    public string? CurrencyCode { get; init; }
}
