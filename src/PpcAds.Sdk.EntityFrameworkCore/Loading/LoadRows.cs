using System.Runtime.InteropServices;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// The rows of a report on their way: those that are written add up by day, what is wrong with the others is kept.
/// </summary>
internal sealed class LoadRows(LoadScope scope)
{
    private readonly PerformanceRowMapper _mapper = new(scope);
    private readonly Dictionary<DateOnly, DayTotals> _days = [];
    private readonly RowChecksum _checksum = new(scope);
    private long _skipped;

    /// <summary>Gets what was written of each day, copies of one key included.</summary>
    public IReadOnlyDictionary<DateOnly, DayTotals> Days => _days;

    public RowProblemLog Problems { get; } = new();

    /// <summary>Gets how many rows the report had.</summary>
    public long Count { get; private set; }

    /// <summary>Gets how many amounts were rounded.</summary>
    public long Rounded { get; private set; }

    /// <summary>Gets how many rows were of days that are not loaded.</summary>
    public long Ignored { get; private set; }

    public async Task WriteAsync(ReportBatch rows, ILoadPath path, CancellationToken cancellationToken)
    {
        _mapper.Bind(rows);
        DateOnly first = path.FirstDate;
        for (int row = 0; row < rows.RowCount; row++)
        {
            Count++;
            if (!_mapper.TryRead(row, out RowProblem? problem))
            {
                Problems.AddRejected(problem!, _mapper.Row.Date);
            }
            else if (_mapper.Row.Date < first || _mapper.Row.Date > scope.EndDate)
            {
                Ignored++;
            }
            else
            {
                Add(_mapper.Row);
                await path.WriteAsync(_mapper.Row, cancellationToken).ConfigureAwait(false);
            }
        }

        for (; _skipped < rows.SkippedRowCount; _skipped++)
        {
            Count++;
            Problems.AddNoObject();
        }
    }

    private void Add(PerformanceRow row)
    {
        Rounded += row.RoundedAmounts;
        if (row.Note is { } note)
        {
            Problems.AddNote(note);
        }

        ref DayTotals day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, row.Date, out _);
        day = day.Plus(row, _checksum.Of(row));
    }
}
