using System.Text.Json;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>What a worker process is told.</summary>
internal sealed record WorkerArguments
{
    /// <summary>postgresql or sqlite.</summary>
    public required string Database { get; init; }

    public required string Connection { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>How far its clock is from the system's.</summary>
    public required TimeSpan Shift { get; init; }

    public required TimeSpan Lease { get; init; }

    public required Uri Amazon { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string RefreshToken { get; init; }

    /// <summary>The profile whose reports are made.</summary>
    public required long ProfileId { get; init; }

    /// <summary>The days that are asked for again.</summary>
    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required int BackfillDays { get; init; }

    /// <summary>How many reports it works on at once.</summary>
    public required int Reports { get; init; }

    public required string SpoolFolder { get; init; }

    /// <summary>Whether it syncs the account too when another has the turn, and does not go on to the reports before.</summary>
    public bool WaitsForTurn { get; init; } = true;

    public string Write() => JsonSerializer.Serialize(this);

    public static WorkerArguments Read(string text) => JsonSerializer.Deserialize<WorkerArguments>(text)!;
}
