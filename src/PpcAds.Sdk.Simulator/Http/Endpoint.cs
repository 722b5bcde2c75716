namespace PpcAds.Sdk.Simulator.Http;

/// <summary>An operation and what answers it.</summary>
internal sealed record Endpoint(Operation Operation, Func<ScopedCall, Answer> Serve);
