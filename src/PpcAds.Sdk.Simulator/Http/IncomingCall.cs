using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>A request, read whole.</summary>
internal sealed record IncomingCall(
    string Method,
    SimulatorRegion Region,
    string Path,
    IQueryCollection Query,
    IHeaderDictionary Headers,
    ReadOnlyMemory<byte> Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>What goes wrong with the call on purpose; lists see to those faults of it that are about pages.</summary>
    public SimulatorFault? Fault { get; init; }

    /// <summary>All that the call says it accepts, whether in one header or in several.</summary>
    public string? Accept => Headers.TryGetValue("Accept", out var values) ? values.ToString() : null;

    /// <summary>The profile that the call says it is for, whatever the right to it.</summary>
    public long? ScopeProfileId => long.TryParse(Header("Amazon-Advertising-API-Scope"), out long id) ? id : null;
}
