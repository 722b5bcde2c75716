namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Where a worker is to be killed.</summary>
/// <param name="Point">The point; null for a random moment.</param>
/// <param name="Skip">How often it passes the point before.</param>
/// <param name="Position">How far through its stage the point lies.</param>
internal sealed record KillTarget(string? Point, int Skip, double Position);
