using System.Text.Json;

namespace PpcAds.Sdk.Chaos.Throttle.Processes;

/// <summary>What a process that calls all the time is told.</summary>
internal sealed record CallerArguments
{
    public required Uri Amazon { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string RefreshToken { get; init; }

    /// <summary>How many of its seconds pass in one.</summary>
    public required double Speed { get; init; }

    public required int Workers { get; init; }

    /// <summary>The beginning that is not counted, in its time.</summary>
    public required TimeSpan Settling { get; init; }

    /// <summary>How long it counts, in its time.</summary>
    public required TimeSpan Counted { get; init; }

    public string Write() => JsonSerializer.Serialize(this);

    public static CallerArguments Read(string text) => JsonSerializer.Deserialize<CallerArguments>(text)!;
}
