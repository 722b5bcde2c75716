namespace PpcAds.Sdk.Exports;

/// <summary>What an ad shows.</summary>
public sealed record ExportedCreative
{
    /// <summary>The products.</summary>
    public IReadOnlyList<ExportedProduct>? Products { get; init; }

    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>The name of the brand.</summary>
    public string? BrandName { get; init; }
}
