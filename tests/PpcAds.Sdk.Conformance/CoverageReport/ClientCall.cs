namespace PpcAds.Sdk.Conformance.CoverageReport;

/// <summary>A call of the client. One that needs another before it (a status needs a creation) is last on the wire.</summary>
/// <param name="Name">As a user writes it.</param>
/// <param name="MakeAsync">Makes it.</param>
internal sealed record ClientCall(string Name, Func<Task> MakeAsync);
