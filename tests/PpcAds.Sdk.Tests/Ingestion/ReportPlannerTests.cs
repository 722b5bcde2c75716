using CsCheck;
using FluentAssertions;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Planning;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

public sealed class ReportPlannerTests
{
    private static readonly DateOnly Today = new(2026, 3, 15);

    [Fact]
    public void A_first_plan_goes_back_to_the_retention_edge_newest_first()
    {
        IReadOnlyList<PlanWindow> plan = ReportPlanner.Plan(Input([]));

        plan.Should().HaveCount(4);
        plan[0].End.Should().Be(Today.AddDays(-1));
        plan[^1].Start.Should().Be(Today.AddDays(-95));
        plan.Sum(window => window.Days).Should().Be(95);
        plan.Should().OnlyContain(window => window.Days <= 31 && window.Reason == PlanReason.Missing);
    }

    [Theory]
    [InlineData(5, "11-15,6-10,4-5")]
    [InlineData(6, "10-15,4-9")]
    [InlineData(11, "5-15,4-4")]
    [InlineData(12, "4-15")]
    [InlineData(31, "4-15")]
    public void Requested_days_are_split_from_the_newest_back_and_none_before_the_first_is_added(int maxRangeDays, string windows) =>
        string.Join(',', ReportPlanner.Split(new DateOnly(2026, 3, 4), Today, maxRangeDays).Select(window => $"{window.Start.Day}-{window.End.Day}"))
            .Should().Be(windows);

    [Fact]
    public void Requested_days_say_that_they_were_requested() =>
        ReportPlanner.Split(Today, Today, 31).Should().Equal(new PlanWindow(Today, Today, PlanReason.Manual));

    [Fact]
    public void A_report_of_missing_and_of_restated_days_is_one_of_missing_days() =>
        ReportPlanner.Plan(Input([Loaded(1, 1), Loaded(3, 1)]) with { BackfillDays = 3 }).Should().Equal(
            new PlanWindow(Today.AddDays(-3), Today.AddDays(-1), PlanReason.Missing));

    [Fact]
    public void Reports_that_are_apart_each_have_the_reason_of_their_own_days() =>
        ReportPlanner.Plan(Input([Loaded(1, 1)]) with { BackfillDays = 3, MaxRangeDays = 1, Open = [(Today.AddDays(-2), Today.AddDays(-2))] })
            .Select(window => window.Reason).Should().Equal(PlanReason.Restatement, PlanReason.Missing);

    [Fact]
    public void Today_is_never_asked_for() =>
        ReportPlanner.Plan(Input([]) with { BackfillDays = 1 }).Should().Equal(new PlanWindow(Today.AddDays(-1), Today.AddDays(-1), PlanReason.Missing));

    [Fact]
    public void Days_of_open_jobs_are_left_out() =>
        ReportPlanner.Plan(Input([]) with { BackfillDays = 3, Open = [(Today.AddDays(-3), Today.AddDays(-1))] }).Should().BeEmpty();

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(5, 1, true)]
    [InlineData(6, 1, false)]
    [InlineData(6, 7, true)]
    [InlineData(31, 6, false)]
    [InlineData(31, 7, true)]
    [InlineData(32, 29, false)]
    [InlineData(60, 30, true)]
    [InlineData(61, 30, false)]
    public void Loaded_days_are_due_by_their_age_and_by_when_their_figures_were_taken(int age, int takenDaysAgo, bool due)
    {
        PlanInput input = Input([Loaded(age, takenDaysAgo)]) with { BackfillDays = 0 };

        ReportPlanner.Plan(input).Should().HaveCount(due ? 1 : 0);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(-1, true)]
    public void A_suspect_day_is_due_half_a_day_after_its_load_whatever_its_age(int hoursAgo, bool due)
    {
        PlanInput input = Input([]) with { BackfillDays = 0 };
        PerformanceDay suspect = Loaded(94, 0) with { State = PerformanceDayState.Suspect, LoadedAt = input.Now.AddHours(-hoursAgo) };

        IReadOnlyList<PlanWindow> plan = [.. ReportPlanner.Plan(input with { Ledger = [suspect] })];

        plan.Select(window => window.Reason).Should().Equal(due ? [PlanReason.Suspect] : []);
    }

    [Fact]
    public void A_day_of_which_nothing_was_proven_is_never_due() =>
        ReportPlanner.Plan(Input([Loaded(93, 90) with { State = PerformanceDayState.Unproven }]) with { BackfillDays = 0, Restatement = [new(95, 1)] }).Should().BeEmpty();

    [Fact]
    public void The_day_on_which_figures_were_taken_is_the_profiles()
    {
        var tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        PerformanceDay taken = Loaded(2, 0) with { ReportGeneratedAt = new DateTimeOffset(2026, 3, 14, 15, 30, 0, TimeSpan.Zero) };

        // Half past midnight of the 15th in Tokyo: today, so not yet due.
        ReportPlanner.Plan(Input([taken]) with { BackfillDays = 0, TimeZone = tokyo }).Should().BeEmpty();
        ReportPlanner.Plan(Input([taken]) with { BackfillDays = 0 }).Should().HaveCount(1);
    }

    [Fact]
    public void Any_history_is_covered_completely_and_nothing_outside_retention_is_asked() =>
        Histories(95, 31).Sample(input =>
        {
            HashSet<DateOnly> needed = [.. Enumerable.Range(1, input.RetentionDays).Where(age => IsNeeded(input, age)).Select(age => input.Today.AddDays(-age))];
            IReadOnlyList<PlanWindow> plan = ReportPlanner.Plan(input);
            HashSet<DateOnly> asked = [.. plan.SelectMany(window => Enumerable.Range(0, window.Days).Select(window.Start.AddDays))];
            return needed.IsSubsetOf(asked)
                && asked.Count == plan.Sum(window => window.Days)
                && plan.All(window => window.Days <= input.MaxRangeDays && needed.Contains(window.Start) && needed.Contains(window.End))
                && asked.All(day => day >= input.Today.AddDays(-input.RetentionDays) && day < input.Today);
        }, iter: 10_000);

    [Fact]
    public void Whenever_syncs_run_no_figure_is_older_than_its_window_allows_and_each_day_is_taken_once_final() =>
        Gen.Int[1, 9].Array[40].Select(Gen.Int[0, 30], (gaps, late) => (gaps, late)).Sample(run =>
        {
            // A profile's life of several months: syncs at irregular days, reports that come a few hours later.
            var ledger = new Dictionary<DateOnly, PerformanceDay>();
            var lastTaken = new Dictionary<DateOnly, int>();
            DateOnly today = Today;
            foreach (int gap in run.gaps)
            {
                today = today.AddDays(gap);
                PlanInput input = Input([.. ledger.Values]) with { Today = today, Restatement = [new(5, 1), new(31, 7), new(90, 30)], BackfillDays = run.late };
                foreach (DateOnly day in ReportPlanner.Plan(input).SelectMany(window => Enumerable.Range(0, window.Days).Select(window.Start.AddDays)))
                {
                    ledger[day] = Loaded(0, 0) with { Date = day, ReportGeneratedAt = new DateTimeOffset(today, new TimeOnly(15, 0), TimeSpan.Zero) };
                    lastTaken[day] = today.DayNumber - day.DayNumber;
                }

                foreach ((DateOnly day, PerformanceDay entry) in ledger)
                {
                    int age = today.DayNumber - day.DayNumber;
                    int old = today.DayNumber - DateOnly.FromDateTime(entry.ReportGeneratedAt.UtcDateTime).DayNumber;
                    if (input.Restatement.Any(rule => age <= rule.MaxAgeDays && old >= rule.EveryDays))
                    {
                        return false;
                    }
                }
            }

            // Gaps are at most 9 days: a day that left the last window was taken after the 60th day less that.
            return lastTaken.All(day => today.DayNumber - day.Key.DayNumber <= 95 || day.Value > 90 - 30 - 9);
        }, iter: 2_000);

    [Fact]
    public void Requests_and_days_are_as_few_as_brute_force_finds() =>
        Histories(12, 5).Sample(input =>
        {
            DateOnly[] needed = [.. Enumerable.Range(1, input.RetentionDays).Reverse().Where(age => IsNeeded(input, age)).Select(age => input.Today.AddDays(-age))];
            IReadOnlyList<PlanWindow> plan = ReportPlanner.Plan(input);
            return (plan.Count, plan.Sum(window => window.Days)) == BruteForce(needed, input.MaxRangeDays);
        }, iter: 10_000);

    /// <summary>The rules of docs/storing.md said once more: a day that nobody asks for yet, and that is missing or may be restated.</summary>
    private static bool IsNeeded(PlanInput input, int age)
    {
        DateOnly date = input.Today.AddDays(-age);
        if (input.Open.Any(open => open.Start <= date && date <= open.End))
        {
            return false;
        }

        if (input.Ledger.SingleOrDefault(day => day.Date == date) is not { } loaded)
        {
            return age <= (input.BackfillDays ?? input.RetentionDays);
        }

        int takenAgo = input.Today.DayNumber - DateOnly.FromDateTime(loaded.ReportGeneratedAt.UtcDateTime).DayNumber;
        return (age <= 5 && takenAgo >= 1) || (age <= 31 && takenAgo >= 7) || (age <= 60 && takenAgo >= 30);
    }

    /// <summary>Tries every way to cut the needed days into runs.</summary>
    private static (int Requests, int Days) BruteForce(DateOnly[] needed, int maxRange)
    {
        if (needed.Length == 0)
        {
            return (0, 0);
        }

        (int, int) best = (int.MaxValue, int.MaxValue);
        for (int cuts = 0; cuts < 1 << (needed.Length - 1); cuts++)
        {
            int requests = 1;
            int days = 0;
            int first = 0;
            bool fits = true;
            for (int i = 1; i <= needed.Length; i++)
            {
                if (i < needed.Length && (cuts & (1 << (i - 1))) == 0)
                {
                    continue;
                }

                int span = needed[i - 1].DayNumber - needed[first].DayNumber + 1;
                fits &= span <= maxRange;
                days += span;
                requests += i < needed.Length ? 1 : 0;
                first = i;
            }

            if (fits && (requests, days).CompareTo(best) < 0)
            {
                best = (requests, days);
            }
        }

        return best;
    }

    /// <summary>Any day loaded at any time, or never; some asked for already.</summary>
    private static Gen<PlanInput> Histories(int retention, int maxRange) =>
        from taken in Gen.Int[-1, 40].Array[retention]
        from openFrom in Gen.Int[0, retention]
        from openDays in Gen.Int[0, 4]
        from backfill in Gen.Int[0, retention]
        select Input([.. taken.Select((ago, i) => (Ago: ago, Age: i + 1)).Where(day => day.Ago >= 0).Select(day => Loaded(day.Age, Math.Min(day.Ago, day.Age - 1)))]) with
        {
            RetentionDays = retention,
            MaxRangeDays = maxRange,
            BackfillDays = backfill,
            Open = openDays == 0 ? [] : [(Today.AddDays(-openFrom), Today.AddDays(openDays - 1 - openFrom))],
        };

    private static PlanInput Input(IReadOnlyList<PerformanceDay> ledger) => new()
    {
        Today = Today,
        Now = new DateTimeOffset(Today, new TimeOnly(12, 0), TimeSpan.Zero),
        TimeZone = TimeZoneInfo.Utc,
        MaxRangeDays = 31,
        RetentionDays = 95,
        Restatement = [new RestatementRule(5, 1), new RestatementRule(31, 7), new RestatementRule(60, 30)],
        Ledger = ledger,
    };

    private static PerformanceDay Loaded(int age, int takenDaysAgo) => new()
    {
        Date = Today.AddDays(-age),
        State = PerformanceDayState.Loaded,
        ReportId = "r",
        ReportGeneratedAt = new DateTimeOffset(Today.AddDays(-takenDaysAgo), new TimeOnly(10, 0), TimeSpan.Zero),
        LoadedAt = new DateTimeOffset(Today.AddDays(-takenDaysAgo), new TimeOnly(11, 0), TimeSpan.Zero),
        Rows = 1,
        RowsRemoved = 0,
        Impressions = 0,
        Clicks = 0,
        Cost = 0,
    };
}
