using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Sinks;

/// <summary>Makes the stored rows of a scope equal to the staged ones.</summary>
internal sealed class RowMerge(LoadScope scope, RowProblemLog problems, DateTimeOffset now)
{
    public MergedReport Run(
        Dictionary<(DateOnly Date, string Key), StagedRow> staged,
        Dictionary<DateOnly, PerformanceDay> ledger,
        IEnumerable<PerformanceRecord> stored)
    {
        LoadDays days = LoadRules.GetDays(
            scope, ledger.ToDictionary(day => day.Key, day => KnownOf(day.Value)), ReportedOf(staged.Values));
        IReadOnlySet<DateOnly> dates = days.Replaced;
        Dictionary<(DateOnly Date, string Key), PerformanceRecord> rows = stored.ToDictionary(row => (row.Date, row.EntityKey));
        List<PerformanceRecord> known = [.. rows.Values.Where(row => dates.Contains(row.Date))];
        ILookup<bool, PerformanceRecord> missing = known
            .Where(row => !staged.ContainsKey((row.Date, row.EntityKey)))
            .ToLookup(row => problems.HasUndatedRejections || problems.RejectedDates.Contains(row.Date));
        List<PerformanceRecord> vanished = [.. missing[false]];
        HashSet<DateOnly> held = [.. missing[true].Select(row => row.Date)];
        List<StagedRow> reported = [.. staged.Values.Where(row => dates.Contains(row.Date))];
        string? digest = Judge(known, vanished, reported.Count);

        var result = new LoadResult { Ignored = staged.Values.Where(row => !dates.Contains(row.Date)).Sum(row => row.Copies) };
        var written = new List<PerformanceRecord>();
        foreach (StagedRow row in reported)
        {
            result += Put(row, rows, written) with { Duplicates = row.Copies - 1 };
        }

        List<PerformanceRecord> removed = digest is null ? vanished : [];
        removed.ForEach(row => rows.Remove((row.Date, row.EntityKey)));
        List<PerformanceDay> writtenDays = [.. DaysOf(days, ledger, rows.Values, removed, digest is null ? held : dates)];
        NoteProblems(days, ledger, held, digest);
        return new MergedReport
        {
            Result = result with { Removed = removed.Count, IsSuspect = digest is not null, RemovalDigest = digest },
            Written = written,
            Removed = removed,
            Rows = [.. rows.Values],
            Days = writtenDays,
        };
    }

    private static DayFigures FiguresOf(IEnumerable<PerformanceRecord> rows) => rows.Aggregate(
        default(DayFigures),
        (sum, row) => sum + new DayFigures(1, ReportMerge.ToMicros(row.Metrics.GetValueOrDefault(PerformanceMetric.Cost))));

    private static StoredDay KnownOf(PerformanceDay day) =>
        new(day.ReportGeneratedAt, new DayFigures(day.Rows, ReportMerge.ToMicros(day.Cost)));

    private static Dictionary<DateOnly, DayFigures> ReportedOf(IEnumerable<StagedRow> staged) => staged
        .GroupBy(row => row.Date)
        .ToDictionary(day => day.Key, day => new DayFigures(day.Sum(row => row.Copies), day.Sum(row => row.CostMicros)));

    /// <summary>The digest of what would go, when that is suspect.</summary>
    private string? Judge(List<PerformanceRecord> known, List<PerformanceRecord> vanished, long reported)
    {
        static Dictionary<DateOnly, DayFigures> ByDay(IEnumerable<PerformanceRecord> rows) =>
            rows.GroupBy(row => row.Date).ToDictionary(day => day.Key, FiguresOf);

        if (!LoadRules.IsSuspect(ByDay(known), ByDay(vanished), reported))
        {
            return null;
        }

        string digest = LoadRules.DigestRemoval(vanished.Select(row => (row.Date, row.EntityKey)));
        return digest == scope.ConfirmedRemoval ? null : digest;
    }

    private LoadResult Put(
        StagedRow row, Dictionary<(DateOnly Date, string Key), PerformanceRecord> rows, List<PerformanceRecord> written)
    {
        PerformanceRecord? old = rows.GetValueOrDefault((row.Date, row.EntityKey));
        if (old is not null && row.IsSameAs(old, scope.AttributionDays))
        {
            return new LoadResult { Unchanged = 1 };
        }

        PerformanceRecord record = row.ToRecord(scope, now);
        rows[(row.Date, row.EntityKey)] = record;
        written.Add(record);
        return old is null ? new LoadResult { Inserted = 1 } : new LoadResult { Changed = 1 };
    }

    private IEnumerable<PerformanceDay> DaysOf(
        LoadDays days,
        Dictionary<DateOnly, PerformanceDay> ledger,
        IEnumerable<PerformanceRecord> rows,
        List<PerformanceRecord> removed,
        IReadOnlySet<DateOnly> suspect)
    {
        ILookup<DateOnly, PerformanceRecord> byDay = rows.ToLookup(row => row.Date);
        Dictionary<DateOnly, int> gone = removed.CountBy(row => row.Date).ToDictionary();
        foreach (DateOnly date in days.Replaced)
        {
            PerformanceDay day = DayOf(date, [.. byDay[date]]) with
            {
                RowsRemoved = gone.GetValueOrDefault(date),
                FirstLoadedAt = ledger.GetValueOrDefault(date)?.FirstLoadedAt ?? now,
            };
            yield return !suspect.Contains(date) ? day : AsSuspect(day, ledger.GetValueOrDefault(date));
        }

        foreach (DateOnly date in days.Unproven)
        {
            yield return (ledger.GetValueOrDefault(date) ?? DayOf(date, [])) with { State = PerformanceDayState.Unproven };
        }
    }

    /// <summary>A day that is suspect keeps the time of its figures, as an older report would have replaced it before.</summary>
    private static PerformanceDay AsSuspect(PerformanceDay day, PerformanceDay? known) => day with
    {
        State = PerformanceDayState.Suspect,
        RowsRemoved = 0,
        ReportId = known?.ReportId ?? day.ReportId,
        ReportGeneratedAt = known?.ReportGeneratedAt ?? day.ReportGeneratedAt,
    };

    private PerformanceDay DayOf(DateOnly date, IReadOnlyList<PerformanceRecord> rows) => new()
    {
        Date = date,
        State = rows.Count == 0 ? PerformanceDayState.Empty : PerformanceDayState.Loaded,
        ReportId = scope.ReportId,
        ReportGeneratedAt = scope.GeneratedAt,
        LoadedAt = now,
        Rows = rows.Count,
        RowsRemoved = 0,
        Impressions = (long)rows.Sum(row => row.Metrics.GetValueOrDefault(PerformanceMetric.Impressions)),
        Clicks = (long)rows.Sum(row => row.Metrics.GetValueOrDefault(PerformanceMetric.Clicks)),
        Cost = rows.Sum(row => row.Metrics.GetValueOrDefault(PerformanceMetric.Cost)),
    };

    private void NoteProblems(LoadDays days, Dictionary<DateOnly, PerformanceDay> ledger, HashSet<DateOnly> held, string? digest)
    {
        if (digest is not null)
        {
            problems.AddSuspect(days.Replaced);
        }

        problems.AddHeld(held);
        problems.AddUnproven([.. days.Unproven.Where(date => ledger.GetValueOrDefault(date) is { Rows: > 0 })]);
    }
}
