namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>One reason for a serving status.</summary>
public sealed record ServingStatusDetail
{
    /// <summary>The reason's name.</summary>
    public string? Name { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Message { get; init; }

    /// <summary>Amazon's help page about it.</summary>
    public string? HelpUrl { get; init; }
}
