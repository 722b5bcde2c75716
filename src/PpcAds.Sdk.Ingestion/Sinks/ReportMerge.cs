using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Sinks;

/// <summary>
/// Gathers the rows of one report and merges them with the stored ones, by the rules that every sink keeps: which days a report
/// replaces, which rows are added up, when an absence is believed. For an <see cref="ILoadSession"/> of your own.
/// </summary>
/// <remarks>The rows of the report are held in memory, several hundred bytes each. Not safe for concurrent use.</remarks>
public sealed class ReportMerge
{
    private const decimal Micros = PerformanceMetrics.MicrosPerUnit;

    private readonly LoadScope _scope;
    private readonly PerformanceRowMapper _mapper;
    private readonly Dictionary<(DateOnly Date, string Key), StagedRow> _staged = [];
    private readonly RowProblemLog _problems = new();
    private long _rows;
    private long _rounded;
    private long _skipped;
    private long _ignored;
    private bool _isApplied;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="scope">The load.</param>
    public ReportMerge(LoadScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _scope = scope;
        _mapper = new PerformanceRowMapper(scope);
    }

    /// <summary>Adds some rows of the report. They are copied: the batch may be used again.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public void Add(ReportBatch rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _mapper.Bind(rows);
        for (int row = 0; row < rows.RowCount; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _rows++;
            if (!_mapper.TryRead(row, out RowProblem? problem))
            {
                _problems.AddRejected(problem!, _mapper.Row.Date);
            }
            else if (_mapper.Row.Date < _scope.StartDate || _mapper.Row.Date > _scope.EndDate)
            {
                _ignored++;
            }
            else
            {
                Stage();
            }
        }

        for (; _skipped < rows.SkippedRowCount; _skipped++)
        {
            _rows++;
            _problems.AddNoObject();
        }
    }

    /// <summary>
    /// Merges the report with what is stored. Called once, after the last <see cref="Add"/>, under the lock or in the transaction
    /// of the commit.
    /// </summary>
    /// <param name="ledger">The stored days of the profile and dataset; those that the report is not about are ignored.</param>
    /// <param name="stored">
    /// The stored rows of the profile and dataset from <see cref="LoadScope.FirstDate"/> to <see cref="LoadScope.EndDate"/>.
    /// </param>
    /// <param name="now">The current time.</param>
    /// <exception cref="InvalidOperationException">The report was merged before.</exception>
    public MergedReport Apply(IEnumerable<PerformanceDay> ledger, IEnumerable<PerformanceRecord> stored, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(stored);
        if (_isApplied)
        {
            throw new InvalidOperationException("The report was merged already; begin another load.");
        }

        _isApplied = true;
        if (LoadRules.IsBeyondRejectedShare(_scope, _rows, _problems.Rejected))
        {
            return Reject(now);
        }

        MergedReport merged = new RowMerge(_scope, _problems, now).Run(_staged, ledger.ToDictionary(day => day.Date), stored);
        LoadResult result = merged.Result with
        {
            Rejected = _problems.Rejected,
            RoundedAmounts = _rounded,
            Ignored = merged.Result.Ignored + _ignored,
        };
        _problems.AddCounts(_scope, result);
        return merged with { Result = result, Issues = _problems.ToIssues(_scope, now) };
    }

    internal static long ToMicros(decimal amount) => (long)(amount * Micros);

    private MergedReport Reject(DateTimeOffset now) => new()
    {
        Result = new LoadResult { Rejected = _problems.Rejected },
        Issues = _problems.ToIssues(_scope, now),
        Rejection = new ReportRejectedException(
            $"{_problems.Rejected} of {_rows} rows of report {_scope.ReportId} ({_scope.Dataset}) could not be read; nothing "
            + "was loaded.")
        {
            Rows = _rows,
            Rejected = _problems.Rejected,
        },
    };

    private void Stage()
    {
        _rounded += _mapper.Row.RoundedAmounts;
        if (_mapper.Row.Note is { } note)
        {
            _problems.AddNote(note);
        }

        var row = new StagedRow(_mapper.Row);
        if (!_staged.TryAdd((row.Date, row.EntityKey), row))
        {
            _staged[(row.Date, row.EntityKey)].Add(row);
        }
    }
}
