namespace PpcAds.Sdk.Portfolios;

/// <summary>Which portfolios to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record PortfolioFilter
{
    /// <summary>Only these portfolios; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<PortfolioId>? PortfolioIds { get; init; }

    /// <summary>By name, up to 1000 terms.</summary>
    public TextFilter? Name { get; init; }

    /// <summary>
    /// Only those in these states. Default: <see langword="null"/>, all; Amazon documents no state but enabled.
    /// </summary>
    public IReadOnlyList<EntityState>? States { get; init; }

    /// <summary>Whether to add dates and serving status. Such a call counts five times toward Amazon's limits.</summary>
    public bool IncludeExtendedData { get; init; }
}
