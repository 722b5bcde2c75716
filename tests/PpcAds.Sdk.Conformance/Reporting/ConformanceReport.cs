using PpcAds.Sdk.Conformance.Catalogue;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Conformance.Validation;

namespace PpcAds.Sdk.Conformance.Reporting;

/// <summary>What was checked of each operation and what was wrong.</summary>
internal sealed class ConformanceReport
{
    private readonly OperationCatalogue _catalogue;
    private readonly ExchangeValidator _validator;
    private readonly IReadOnlyList<string> _covered;
    private readonly List<OperationTally> _tallies;
    private readonly IReadOnlyList<SpecDefect> _defects;
    private readonly HashSet<SpecDefect> _usedDefects = [];
    private readonly IReadOnlyList<MediaTypeChange> _changes;
    private readonly HashSet<MediaTypeChange> _usedChanges = [];

    public ConformanceReport(
        OperationCatalogue catalogue, IReadOnlyList<string> covered, IReadOnlyList<SpecDefect> defects, IReadOnlyList<MediaTypeChange>? changes = null)
    {
        _catalogue = catalogue;
        _validator = new ExchangeValidator(catalogue);
        _covered = covered;
        _tallies = [.. covered.Select(id => new OperationTally(id))];
        _defects = defects;
        _changes = changes ?? [];
    }

    public IReadOnlyList<OperationTally> Tallies => _tallies;

    /// <summary>A report on the covered operations, with what is known to be wrong or out of date in the files.</summary>
    public static ConformanceReport For(SpecFolder folder) =>
        new(OperationCatalogue.Load(folder), CoveredOperations.Ids, SpecDefects.Load(), MediaTypeChanges.Load());

    /// <summary>Checks exchanges; may be called again with more.</summary>
    public void Check(IEnumerable<Exchange> exchanges)
    {
        foreach (Exchange exchange in exchanges)
        {
            var violations = _validator.Validate(AsDeclared(exchange)).Where(violation => !IsExcused(violation)).ToList();
            TallyOf(exchange).Add(exchange, violations);
        }
    }

    /// <summary>Everything that keeps this from being a pass; empty when nothing does.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. _tallies.SelectMany(tally => tally.Violations).Select(violation => violation.ToString()),
        .. Covered().Where(tally => tally.Requests == 0).Select(tally => $"{tally.Operation} was never asked for."),
        .. Covered().Where(tally => tally is { Requests: > 0, Succeeded: false })
            .Select(tally => $"{tally.Operation} was never answered with success."),
        .. Uncovered().Select(tally => $"{tally.Operation} was asked for, but is not among the covered operations."),
        .. _defects.Where(defect => !_usedDefects.Contains(defect))
            .Select(defect => $"The spec defect of {defect.Operation} at {defect.Pointer} ({defect.Rule}) excused nothing."),
        .. _changes.Where(change => !_usedChanges.Contains(change))
            .Select(change => $"The media type {change.Sent} of {change.Operation} excused nothing."),
    ];

    /// <summary>Fails unless every covered operation was asked for and answered with success, without a violation.</summary>
    public void Assert()
    {
        IReadOnlyList<string> problems = Problems();
        if (problems.Count > 0)
        {
            string list = string.Join('\n', problems);
            Xunit.Assert.Fail($"What goes over the wire is not what Amazon's files say.\n{this}\n\n{list}");
        }
    }

    public override string ToString() => ReportTable.Of(_tallies);

    private Exchange AsDeclared(Exchange exchange)
    {
        if (_catalogue.Find(exchange.Method, exchange.Path) is { } operation)
        {
            foreach (MediaTypeChange change in _changes.Where(change => change.Concerns(exchange, operation)))
            {
                _usedChanges.Add(change);
                exchange = change.Undo(exchange);
            }
        }

        return exchange;
    }

    private bool IsExcused(Violation violation)
    {
        var excuses = _defects.Where(defect => defect.Excuses(violation)).ToList();
        _usedDefects.UnionWith(excuses);
        return excuses.Count > 0;
    }

    private OperationTally TallyOf(Exchange exchange)
    {
        string name = _catalogue.Find(exchange.Method, exchange.Path)?.Id ?? $"{exchange.Method} {exchange.Path}";
        OperationTally? tally = _tallies.Find(one => one.Operation == name);
        if (tally is null)
        {
            tally = new OperationTally(name);
            _tallies.Add(tally);
        }

        return tally;
    }

    private IEnumerable<OperationTally> Covered() => _tallies.Where(tally => _covered.Contains(tally.Operation));

    private IEnumerable<OperationTally> Uncovered() => _tallies.Where(tally => !_covered.Contains(tally.Operation));
}
