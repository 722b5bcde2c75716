namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>What a run of kills is to do.</summary>
internal sealed record KillOptions
{
    /// <summary>Gets how many kills there are at least; fewer than there are kinds of points means just so many.</summary>
    public required int Kills { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets the database: postgresql or sqlite.</summary>
    public required string Database { get; init; }

    /// <summary>Gets how many processes work on one database at once.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Gets whether other processes take the processors.</summary>
    public bool IsBusy { get; init; }
}
