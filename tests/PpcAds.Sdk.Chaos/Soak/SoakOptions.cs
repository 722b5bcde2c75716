namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>What one soak is to do.</summary>
internal sealed record SoakOptions
{
    /// <summary>Gets how many days are simulated.</summary>
    public required int Days { get; init; }

    /// <summary>Gets the share of answers that are faulty.</summary>
    public required double Faults { get; init; }

    /// <summary>Gets what all that is random follows from.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets the database: postgresql or sqlite.</summary>
    public required string Database { get; init; }

    /// <summary>Gets whether Sponsored Brands, Sponsored Display and portfolios are synced beside Sponsored Products.</summary>
    public bool AllProducts { get; init; } = true;

    /// <summary>Gets how many ordinary profiles there are; <see langword="null"/> for as many as the seed says.</summary>
    public int? Profiles { get; init; }

    /// <summary>Gets the share of late days among those checked that is still good.</summary>
    public double MostLate => Faults <= 0.05 ? 0.01 : 0.05;
}
