namespace PpcAds.Sdk.Simulator;

/// <summary>A call that the simulator answered, secrets masked.</summary>
/// <param name="Sequence">The number of the call, from 1.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Operation">The operation, or <c>unknown</c>.</param>
/// <param name="Region">The region whose host was called.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path under the region's host.</param>
/// <param name="ProfileId">The profile that the call was for.</param>
/// <param name="Headers">The request's headers; the values of Authorization are masked.</param>
/// <param name="Body">The request's body, without credentials.</param>
/// <param name="Status">The status of the answer; 0 when the connection was cut.</param>
/// <param name="RequestId">The answer's request id.</param>
public sealed record SimulatorRequest(
    int Sequence,
    DateTimeOffset At,
    string Operation,
    SimulatorRegion Region,
    string Method,
    string Path,
    long? ProfileId,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    int Status,
    string RequestId);
