using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Planning;

/// <summary>
/// Decides which reports to request: every day inside retention that was never loaded or may have been restated, in the fewest
/// requests, and among those with the fewest days. A pure function.
/// </summary>
internal static class ReportPlanner
{
    private static readonly TimeSpan SuspectPause = TimeSpan.FromHours(12);

    /// <summary>The windows, newest first.</summary>
    public static IReadOnlyList<PlanWindow> Plan(PlanInput input)
    {
        SortedDictionary<DateOnly, PlanReason> needed = FindNeeded(input);
        DateOnly[] days = [.. needed.Keys];
        List<PlanWindow> windows = [.. Cover(days, input.MaxRangeDays).Select(window => window with
        {
            Reason = needed.Where(day => day.Key >= window.Start && day.Key <= window.End).Min(day => day.Value),
        })];
        windows.Reverse();
        return windows;
    }

    /// <summary>Splits explicitly requested days into as few requests as possible, newest first.</summary>
    public static IReadOnlyList<PlanWindow> Split(DateOnly start, DateOnly end, int maxRangeDays)
    {
        var windows = new List<PlanWindow>();
        for (DateOnly last = end; last >= start; last = last.AddDays(-maxRangeDays))
        {
            DateOnly first = last.AddDays(1 - maxRangeDays);
            windows.Add(new PlanWindow(first < start ? start : first, last, PlanReason.Manual));
        }

        return windows;
    }

    internal static SortedDictionary<DateOnly, PlanReason> FindNeeded(PlanInput input)
    {
        var needed = new SortedDictionary<DateOnly, PlanReason>();
        Dictionary<DateOnly, PerformanceDay> ledger = input.Ledger.ToDictionary(day => day.Date);
        DateOnly edge = input.Today.AddDays(-input.RetentionDays);
        DateOnly backfill = input.BackfillDays is { } days ? input.Today.AddDays(-days) : edge;
        for (DateOnly date = edge; date < input.Today; date = date.AddDays(1))
        {
            if (input.Open.Any(open => date >= open.Start && date <= open.End))
            {
                continue;
            }

            if (!ledger.TryGetValue(date, out PerformanceDay? day))
            {
                if (date >= backfill)
                {
                    needed.Add(date, PlanReason.Missing);
                }
            }
            else if (day.State == PerformanceDayState.Suspect)
            {
                if (IsSuspectDue(input, day))
                {
                    needed.Add(date, PlanReason.Suspect);
                }
            }
            else if (day.State != PerformanceDayState.Unproven && IsRestatementDue(input, day))
            {
                needed.Add(date, PlanReason.Restatement);
            }
        }

        return needed;
    }

    /// <summary>The job whose report was suspect asks again by itself; when that was given up, half a day later.</summary>
    private static bool IsSuspectDue(PlanInput input, PerformanceDay day) =>
        input.Now - day.LoadedAt >= SuspectPause || day.LoadedAt > input.Now;

    private static bool IsRestatementDue(PlanInput input, PerformanceDay day)
    {
        int age = input.Today.DayNumber - day.Date.DayNumber;
        DateOnly takenOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(day.ReportGeneratedAt, input.TimeZone).DateTime);
        int takenAgo = input.Today.DayNumber - takenOn.DayNumber;
        return input.Restatement.Any(rule => age <= rule.MaxAgeDays && takenAgo >= rule.EveryDays);
    }

    /// <summary>From the last needed day back: the best cover of what follows is known when a day is processed.</summary>
    private static IEnumerable<PlanWindow> Cover(DateOnly[] days, int maxRangeDays)
    {
        var best = new (int Requests, int Days, int Next)[days.Length + 1];
        for (int first = days.Length - 1; first >= 0; first--)
        {
            best[first] = (int.MaxValue, int.MaxValue, 0);
            for (int last = first; last < days.Length && days[last].DayNumber - days[first].DayNumber < maxRangeDays; last++)
            {
                int span = days[last].DayNumber - days[first].DayNumber + 1;
                (int, int, int) candidate = (best[last + 1].Requests + 1, best[last + 1].Days + span, last + 1);
                if (candidate.CompareTo(best[first]) < 0)
                {
                    best[first] = candidate;
                }
            }
        }

        for (int first = 0; first < days.Length; first = best[first].Next)
        {
            yield return new PlanWindow(days[first], days[best[first].Next - 1], PlanReason.Missing);
        }
    }
}
