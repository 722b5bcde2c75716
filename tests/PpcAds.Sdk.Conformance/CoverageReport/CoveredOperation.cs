using PpcAds.Sdk.Conformance.Exchanges;

namespace PpcAds.Sdk.Conformance.CoverageReport;

/// <summary>An operation as it was seen on the wire, and what it is for.</summary>
internal sealed class CoveredOperation(Exchange first)
{
    private readonly SortedSet<string> _calls = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _tables = new(StringComparer.Ordinal);

    /// <summary>The first answer's media type: what tells versions apart.</summary>
    public string MediaType => first.ResponseHeaders["Content-Type"];

    /// <summary>The calls of the client that make it.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>The tables that a sync fills from it.</summary>
    public IReadOnlyCollection<string> Tables => _tables;

    /// <summary>Whether the simulator answered with success, each time.</summary>
    public bool Succeeded { get; private set; } = true;

    public void Add(Exchange exchange, string? call, IEnumerable<string> tables)
    {
        Succeeded &= exchange.Status is >= 200 and < 300;
        _tables.UnionWith(tables);
        if (call is not null)
        {
            _calls.Add(call);
        }
    }
}
