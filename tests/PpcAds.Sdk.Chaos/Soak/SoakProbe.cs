using PpcAds.Sdk.Chaos.Databases;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>A soaked database that a test changes, to see whether the check finds it.</summary>
/// <param name="Databases">The databases.</param>
/// <param name="Connection">The one that was soaked.</param>
/// <param name="CheckAsync">Checks it, and returns what is wrong.</param>
/// <param name="FindAftermathAsync">Returns what the run left behind.</param>
internal sealed record SoakProbe(
    ChaosDatabase Databases, string Connection, Func<Task<string[]>> CheckAsync, Func<Task<string[]>> FindAftermathAsync);
