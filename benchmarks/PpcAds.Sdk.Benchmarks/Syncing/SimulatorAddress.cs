namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>What the simulator's process answers: all that a client needs.</summary>
internal sealed record SimulatorAddress
{
    public required Uri NorthAmerica { get; init; }

    public required Uri Europe { get; init; }

    public required Uri FarEast { get; init; }

    public required Uri Token { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string RefreshToken { get; init; }

    /// <summary>The simulator's time.</summary>
    public required DateTimeOffset Now { get; init; }
}
