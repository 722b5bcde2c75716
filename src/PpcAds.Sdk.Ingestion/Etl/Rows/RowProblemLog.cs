using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// Counts the rows of a report that went wrong: the first 100 of each reason with details, the others as a number.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class RowProblemLog
{
    private const int Kept = 100;

    private readonly Dictionary<string, (List<string> Details, long Count)> _problems = [];
    private readonly HashSet<DateOnly> _dates = [];

    /// <summary>How many rows were rejected.</summary>
    public long Rejected { get; private set; }

    /// <summary>Whether a row was rejected whose day could not be read: it may have belonged to any day.</summary>
    public bool HasUndatedRejections { get; private set; }

    /// <summary>The days of which rows were rejected.</summary>
    public IReadOnlySet<DateOnly> RejectedDates => _dates;

    /// <summary>Notes a row that was rejected.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="date">Its day; <see langword="default"/> when that could not be read.</param>
    public void AddRejected(RowProblem problem, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Rejected++;
        if (date == default)
        {
            HasUndatedRejections = true;
        }
        else
        {
            _dates.Add(date);
        }

        Add(problem.Reason, problem.Details, 1);
    }

    /// <summary>Notes an element of the file's array that is no row.</summary>
    public void AddNoObject() =>
        AddRejected(new RowProblem("no row object", "An element of the file's array is no object."), default);

    /// <summary>Notes what is odd about a row that is loaded all the same.</summary>
    public void AddNote(RowProblem note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Add(note.Reason, note.Details, 1);
    }

    /// <summary>Notes something else about rows, such as duplicates, as one issue with its count.</summary>
    public void Add(string reason, string details, long count)
    {
        if (count <= 0)
        {
            return;
        }

        (List<string> kept, long known) = _problems.GetValueOrDefault(reason, ([], 0));
        if (kept.Count < Kept)
        {
            kept.Add(details);
        }

        _problems[reason] = (kept, known + count);
    }

    /// <summary>
    /// Notes what else a load reports: duplicates, with what their extra columns became, rows outside, rounded amounts.
    /// </summary>
    /// <param name="scope">The load.</param>
    /// <param name="result">What it did.</param>
    public void AddCounts(LoadScope scope, LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(result);
        Add("duplicate rows", "Rows of the same day and key were added up.", result.Duplicates);
        Add("outside the scope", "Rows of days that the report was not to touch were left out.", result.Ignored);
        Add("amounts rounded", "Amounts with more than six decimals were rounded half to even.", result.RoundedAmounts);
        if (scope.ExtraColumns.Count > 0)
        {
            Add(
                "extra columns of duplicates",
                "Rows of the same day and key were added up; of their extra columns only one row's values are stored.",
                result.Duplicates);
        }
    }

    /// <summary>Notes that a report would have removed too much.</summary>
    /// <param name="days">The days that it was to replace.</param>
    public void AddSuspect(IEnumerable<DateOnly> days) => Add(
        "suspect removal",
        $"The report lacks over half of what is stored; the old rows of {DayRanges.Describe(days)} stay until a second report "
        + "says the same.",
        1);

    /// <summary>Notes days of which rows stayed, since rows of the report that could not be read may have been them.</summary>
    /// <param name="days">The days.</param>
    public void AddHeld(IReadOnlyCollection<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        Add(
            "rows held",
            $"The report lacks stored rows of {DayRanges.Describe(days)}, and has rows that could not be read: the stored "
            + "rows stay, and the days are requested again.",
            days.Count);
    }

    /// <summary>Notes days at the edge of what Amazon keeps of which rows stayed.</summary>
    /// <param name="days">The days.</param>
    public void AddUnproven(IReadOnlyCollection<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        Add(
            "unproven days",
            $"At the edge of what Amazon keeps, the report lacks over half of what is stored of {DayRanges.Describe(days)}; "
            + "the stored rows stay.",
            days.Count);
    }

    /// <summary>The problems as issues of a load.</summary>
    /// <param name="scope">The load.</param>
    /// <param name="at">When.</param>
    public IReadOnlyList<SyncIssue> ToIssues(LoadScope scope, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var issues = new List<SyncIssue>();
        foreach ((string reason, (List<string> details, long count)) in _problems)
        {
            for (int i = 0; i < details.Count; i++)
            {
                // The last one kept stands for all that follow.
                long stands = i == details.Count - 1 ? count - details.Count + 1 : 1;
                issues.Add(new SyncIssue
                {
                    AccountId = scope.AccountId,
                    ProfileId = scope.ProfileId,
                    Step = $"load {scope.Dataset.Id}",
                    ReportId = scope.ReportId,
                    Reason = reason,
                    Details = details[i],
                    Count = stands,
                    At = at,
                });
            }
        }

        return issues;
    }
}
