namespace PpcAds.Sdk.Exports;

/// <summary>A product in an ad.</summary>
public sealed record ExportedProduct : ExportedObject
{
    /// <summary><c>ASIN</c> or <c>SKU</c>.</summary>
    public string? ProductIdType { get; init; }

    /// <summary>The id.</summary>
    public string? ProductId { get; init; }
}
