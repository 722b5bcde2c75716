using System.Text.Json;

namespace PpcAds.Sdk.Chaos.Throttle.Processes;

/// <summary>What a process counted: answers that were granted and refused.</summary>
internal sealed record CallerCount(long Granted, long Refused)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static CallerCount Read(string text) => JsonSerializer.Deserialize<CallerCount>(text)!;
}
