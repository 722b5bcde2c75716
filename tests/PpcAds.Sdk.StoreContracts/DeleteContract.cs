using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>When rows may go.</summary>
public abstract class DeleteContract : LoadContract
{
    private static readonly long[] Forty = [.. Enumerable.Range(1, 40).Select(id => (long)id)];

    [SkippableFact]
    public async Task A_bad_row_blocks_the_deletes_of_its_day_only()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day.AddDays(1), 1).Campaign(Day.AddDays(1), 2));

        LoadResult result = await LoadAsync(
            Rows.None.Raw("""{"date":"2026-03-01","campaignId":"?"}""").Campaign(Day.AddDays(1), 1),
            Scope() with { MaxRejectedShare = 1 });

        result.Should().BeEquivalentTo(new LoadResult { Unchanged = 1, Removed = 1, Rejected = 1 });
        (await RecordsAsync()).Select(record => (record.Date, record.EntityKey)).Should().Equal((Day, "1"), (Day, "2"), (Day.AddDays(1), "1"));
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "id missing" && issue.Details.Contains("campaignId"));
    }

    [SkippableFact]
    public async Task A_bad_row_without_a_day_blocks_all_deletes()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day.AddDays(1), 1));

        LoadResult result = await LoadAsync(
            Rows.None.Raw("""{"date":"yesterday","campaignId":1}"""), Scope() with { MaxRejectedShare = 1 });

        result.Should().BeEquivalentTo(new LoadResult { Rejected = 1 });
        (await RecordsAsync()).Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task Days_whose_rows_stay_for_a_bad_row_are_suspect_until_a_report_without_one()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day.AddDays(1), 1));
        DateTimeOffset taken = (await DaysAsync())[0].ReportGeneratedAt;

        await LoadAsync(
            Rows.None.Raw("null").Campaign(Day, 1).Campaign(Day.AddDays(1), 1),
            Scope() with { MaxRejectedShare = 1, GeneratedAt = taken.AddDays(1) });
        IReadOnlyList<PerformanceDay> held = await DaysAsync();
        LoadResult clean = await LoadAsync(
            Rows.None.Campaign(Day, 1).Campaign(Day.AddDays(1), 1), Scope() with { GeneratedAt = taken.AddDays(2) });

        held.Select(day => (day.State, day.Rows)).Should().Equal((PerformanceDayState.Suspect, 2), (PerformanceDayState.Loaded, 1));
        held[0].ReportGeneratedAt.Should().Be(taken, "what is stored is of no later report");
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "rows held" && issue.Details.Contains($"{Day:yyyy-MM-dd},"));
        clean.Removed.Should().Be(1);
        (await DaysAsync()).Select(day => day.State).Should().AllBeEquivalentTo(PerformanceDayState.Loaded);
    }

    [SkippableFact]
    public async Task What_is_no_row_object_counts_as_a_bad_row()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1));

        LoadResult result = await LoadAsync(Rows.None.Raw("17").Raw("null"), Scope() with { MaxRejectedShare = 1 });

        result.Should().BeEquivalentTo(new LoadResult { Rejected = 2 });
        (await RecordsAsync()).Should().HaveCount(1);
    }

    [SkippableFact]
    public async Task Too_many_bad_rows_load_nothing_and_are_told()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1));

        Func<Task> load = () => LoadAsync(
            Rows.None.Campaign(Day, 5).Raw("""{"date":"2026-03-01","campaignId":6,"clicks":"many"}"""), Scope() with { MaxRejectedShare = 0.4 });

        (await load.Should().ThrowAsync<ReportRejectedException>()).Which.Rejected.Should().Be(1);
        (await RecordsAsync()).Select(record => record.EntityKey).Should().Equal("1");
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "number malformed");
    }

    [SkippableFact]
    public async Task As_many_bad_rows_as_allowed_let_the_rest_in()
    {
        LoadResult result = await LoadAsync(
            Rows.None.Campaign(Day, 5).Raw("""{"date":"2026-03-01","campaignId":6,"clicks":"many"}"""), Scope() with { MaxRejectedShare = 0.5 });

        result.Should().BeEquivalentTo(new LoadResult { Inserted = 1, Rejected = 1 });
    }

    [SkippableFact]
    public async Task The_first_hundred_bad_rows_of_a_kind_are_told_one_by_one_the_rest_as_a_count()
    {
        var rows = new Rows();
        for (int i = 0; i < 250; i++)
        {
            rows.Raw($$"""{"date":"2026-03-01","campaignId":1,"clicks":"bad {{i}}"}""");
        }

        await LoadAsync(rows, Scope() with { MaxRejectedShare = 1 });

        IReadOnlyList<SyncIssue> issues = await IssuesAsync();
        issues.Should().HaveCount(100);
        issues.Sum(issue => issue.Count).Should().Be(250);
    }

    [SkippableFact]
    public async Task An_answer_that_would_remove_more_than_half_is_suspect_and_removes_nothing()
    {
        await LoadAsync(Rows.None.Many(Forty, Day));

        LoadResult result = await LoadAsync(Rows.None.Many(Forty[..19], Day, 2m).Campaign(Day, 99), Scope(generatedAt: Generated.AddHours(1)));

        result.IsSuspect.Should().BeTrue();
        result.RemovalDigest.Should().NotBeNullOrEmpty();
        result.Should().Match<LoadResult>(load => load.Removed == 0 && load.Changed == 19 && load.Inserted == 1);
        (await RecordsAsync()).Should().HaveCount(41);
        (await DaysAsync())[0].State.Should().Be(PerformanceDayState.Suspect);
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "suspect removal");
    }

    [SkippableFact]
    public async Task A_second_equal_answer_is_applied()
    {
        await LoadAsync(Rows.None.Many(Forty, Day));
        LoadResult first = await LoadAsync(Rows.None.Many(Forty[..19], Day), Scope(generatedAt: Generated.AddHours(1)));

        LoadResult second = await LoadAsync(
            Rows.None.Many(Forty[..19], Day), Scope(generatedAt: Generated.AddHours(2)) with { ConfirmedRemoval = first.RemovalDigest });

        second.Should().Match<LoadResult>(load => !load.IsSuspect && load.Removed == 21);
        (await RecordsAsync()).Should().HaveCount(19);
        (await DaysAsync())[0].Should().Match<PerformanceDay>(day => day.State == PerformanceDayState.Loaded && day.RowsRemoved == 21);
    }

    [SkippableFact]
    public async Task A_second_answer_that_is_another_is_suspect_again()
    {
        await LoadAsync(Rows.None.Many(Forty, Day));
        LoadResult first = await LoadAsync(Rows.None.Many(Forty[..19], Day), Scope(generatedAt: Generated.AddHours(1)));

        LoadResult second = await LoadAsync(
            Rows.None.Many(Forty[..5], Day), Scope(generatedAt: Generated.AddHours(2)) with { ConfirmedRemoval = first.RemovalDigest });

        second.IsSuspect.Should().BeTrue();
        (await RecordsAsync()).Should().HaveCount(40);
    }

    [SkippableFact]
    public async Task Losing_few_rows_that_hold_over_half_of_the_cost_is_suspect()
    {
        await LoadAsync(Rows.None.Many(Forty, Day).Campaign(Day, 77, 1000m));

        LoadResult result = await LoadAsync(Rows.None.Many(Forty, Day), Scope(generatedAt: Generated.AddHours(1)));

        result.IsSuspect.Should().BeTrue();
    }

    [SkippableFact]
    public async Task A_small_scope_may_lose_most_of_its_rows()
    {
        await LoadAsync(Rows.None.Many(Forty[..19], Day));

        LoadResult result = await LoadAsync(Rows.None.Many(Forty[..1], Day), Scope(generatedAt: Generated.AddHours(1)));

        result.Should().Match<LoadResult>(load => !load.IsSuspect && load.Removed == 18);
        (await DaysAsync())[0].State.Should().Be(PerformanceDayState.Loaded);
    }

    [SkippableFact]
    public async Task A_report_without_any_row_is_believed_only_when_a_second_says_the_same()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1));

        LoadResult first = await LoadAsync(Rows.None, Scope(generatedAt: Generated.AddHours(1)));
        (await RecordsAsync()).Should().HaveCount(1);
        LoadResult second = await LoadAsync(Rows.None, Scope(generatedAt: Generated.AddHours(2)) with { ConfirmedRemoval = first.RemovalDigest });

        first.Should().Match<LoadResult>(load => load.IsSuspect && load.Removed == 0);
        second.Should().Match<LoadResult>(load => !load.IsSuspect && load.Removed == 1);
        (await RecordsAsync()).Should().BeEmpty();
        (await DaysAsync()).Select(day => day.State).Should().OnlyContain(state => state == PerformanceDayState.Empty);
    }

    [SkippableFact]
    public async Task One_day_of_many_that_loses_most_of_its_rows_is_suspect()
    {
        await LoadAsync(Rows.None.Many(Forty, Day).Many(Forty, Day.AddDays(1)).Many(Forty, Day.AddDays(2)), Scope(end: Day.AddDays(2)));

        LoadResult result = await LoadAsync(
            Rows.None.Many(Forty, Day).Many(Forty[..5], Day.AddDays(1)).Many(Forty, Day.AddDays(2)), Scope(end: Day.AddDays(2), generatedAt: Generated.AddHours(1)));

        result.IsSuspect.Should().BeTrue("a third of all rows is not much, but 35 of 40 of a day are");
        (await RecordsAsync()).Should().HaveCount(120);
    }

    [SkippableFact]
    public async Task Every_day_of_a_suspect_report_is_suspect_and_keeps_the_time_of_its_figures()
    {
        await LoadAsync(Rows.None.Many(Forty, Day), Scope(start: Day, end: Day));

        await LoadAsync(Rows.None.Campaign(Day, 1, 9m).Campaign(Day.AddDays(1), 1), Scope(start: Day, end: Day.AddDays(2), generatedAt: Generated.AddHours(1)));

        IReadOnlyList<PerformanceDay> days = await DaysAsync();
        days.Should().HaveCount(3).And.OnlyContain(day => day.State == PerformanceDayState.Suspect);
        days.Select(day => day.ReportGeneratedAt).Should().Equal(Generated, Generated.AddHours(1), Generated.AddHours(1));
        days.Select(day => day.Rows).Should().Equal(40, 1, 0);
        (await RecordsAsync()).First(record => record.CampaignId == new CampaignId(1)).Metrics[PerformanceMetric.Cost].Should().Be(9m, "what is new or changed holds");
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "suspect removal")
            .Which.Details.Should().Contain($"{Day:yyyy-MM-dd} to {Day.AddDays(2):yyyy-MM-dd}");
    }

    [SkippableFact]
    public async Task A_believed_report_makes_suspect_days_loaded_again()
    {
        await LoadAsync(Rows.None.Many(Forty, Day));
        await LoadAsync(Rows.None, Scope(generatedAt: Generated.AddHours(1)));

        await LoadAsync(Rows.None.Many(Forty, Day), Scope(generatedAt: Generated.AddHours(2)));

        PerformanceDay day = (await DaysAsync())[0];
        (day.State, day.ReportGeneratedAt, day.Rows).Should().Be((PerformanceDayState.Loaded, Generated.AddHours(2), 40L));
    }

    [SkippableFact]
    public async Task At_the_edge_of_what_Amazon_keeps_an_empty_answer_proves_nothing()
    {
        await LoadAsync(Rows.None.Many(Forty, Day).Many(Forty, Day.AddDays(1)), Scope(start: Day, end: Day.AddDays(1)));

        LoadResult first = await LoadAsync(Rows.None, AtEdge(1));
        LoadResult second = await LoadAsync(Rows.None, AtEdge(2) with { ConfirmedRemoval = first.RemovalDigest });

        second.Should().Match<LoadResult>(load => !load.IsSuspect && load.Removed == 0);
        (await RecordsAsync()).Should().HaveCount(80);
        IReadOnlyList<PerformanceDay> days = await DaysAsync();
        days.Should().OnlyContain(day => day.State == PerformanceDayState.Unproven && day.ReportGeneratedAt == Generated && day.Rows == 40);
        (await IssuesAsync()).Should().Contain(issue => issue.Reason == "unproven days" && issue.Details.Contains($"{Day:yyyy-MM-dd}"));
    }

    [SkippableFact]
    public async Task At_the_edge_much_less_than_is_stored_proves_nothing_and_half_of_it_does()
    {
        await LoadAsync(Rows.None.Many(Forty, Day).Many(Forty, Day.AddDays(1)), Scope(start: Day, end: Day.AddDays(1)));

        LoadResult result = await LoadAsync(Rows.None.Many(Forty[..19], Day).Many(Forty[..21], Day.AddDays(1)), AtEdge(1));

        result.Should().Match<LoadResult>(load => load.Ignored == 19 && load.Unchanged == 21 && load.Removed == 19);
        (await DaysAsync()).Select(day => (day.State, day.Rows)).Should().Equal((PerformanceDayState.Unproven, 40L), (PerformanceDayState.Loaded, 21L));
    }

    [SkippableFact]
    public async Task A_first_load_books_days_at_the_edge_without_rows_as_unproven_and_later_ones_as_empty()
    {
        LoadScope scope = Scope(start: Day, end: Day.AddDays(4)) with { RetentionStart = Day };

        await LoadAsync(Rows.None.Campaign(Day.AddDays(1), 1), scope);

        (await DaysAsync()).Select(day => day.State).Should().Equal(
            PerformanceDayState.Unproven, PerformanceDayState.Loaded, PerformanceDayState.Unproven, PerformanceDayState.Empty, PerformanceDayState.Empty);
        (await CampaignAsync(1))!.From.Should().Be(Day.AddDays(1), "of the day before nothing is known");
    }

    private LoadScope AtEdge(int hours) =>
        Scope(start: Day, end: Day.AddDays(1), generatedAt: Generated.AddHours(hours)) with { RetentionStart = Day.AddDays(-1) };
}
