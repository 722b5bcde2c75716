namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>What came of a schedule.</summary>
/// <param name="Violations">What does not hold.</param>
/// <param name="Statements">The statements of each operation.</param>
/// <param name="Blocked">How often an operation had to wait for another's lock.</param>
/// <param name="Repeats">How often an operation had to be done again.</param>
internal sealed record ScheduleResult(IReadOnlyList<string> Violations, IReadOnlyList<IReadOnlyList<string>> Statements, int Blocked, int Repeats);
