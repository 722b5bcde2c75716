using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Validation;

namespace PpcAds.Sdk.Conformance.Reporting;

/// <summary>What was checked of one operation.</summary>
internal sealed class OperationTally(string operation)
{
    private readonly SortedDictionary<int, int> _responses = [];
    private readonly List<Violation> _violations = [];

    public string Operation => operation;

    public int Requests { get; private set; }

    public IReadOnlyDictionary<int, int> Responses => _responses;

    public IReadOnlyList<Violation> Violations => _violations;

    public bool Succeeded => _responses.Keys.Any(status => status is >= 200 and < 300);

    public void Add(Exchange exchange, IEnumerable<Violation> violations)
    {
        Requests++;
        _responses[exchange.Status] = _responses.GetValueOrDefault(exchange.Status) + 1;
        _violations.AddRange(violations);
    }
}
