using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>When rows may go.</summary>
public abstract class DeleteContract : LoadContract
{
    private static readonly long[] Forty = [.. Enumerable.Range(1, 40).Select(id => (long)id)];

    [SkippableFact]
    public async Task Rows_that_stay_for_a_bad_row_are_told_with_their_days()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day.AddDays(1), 1));

        await LoadAsync(
            Rows.None.Raw("null").Raw("""{"date":"2026-03-01","campaignId":"?"}""").Campaign(Day, 1).Campaign(Day.AddDays(1), 1),
            Scope() with { MaxRejectedShare = 1 });

        IReadOnlyList<SyncIssue> issues = await IssuesAsync();
        issues.Should().ContainSingle(issue => issue.Reason == "rows held" && issue.Details.Contains($"{Day:yyyy-MM-dd},"));
        issues.Should().ContainSingle(issue => issue.Reason == "id missing" && issue.Details.Contains("campaignId"));
        issues.Should().ContainSingle(issue => issue.Reason == "no row object");
    }

    [SkippableFact]
    public async Task The_bad_rows_of_a_report_that_was_rejected_are_told()
    {
        Func<Task> load = () => LoadAsync(Rows.None.Raw("""{"date":"2026-03-01","campaignId":6,"clicks":"many"}"""));

        await load.Should().ThrowAsync<ReportRejectedException>();
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "number malformed");
    }

    [SkippableFact]
    public async Task A_suspect_removal_is_told_with_its_days()
    {
        await LoadAsync(Rows.None.Many(Forty, Day));

        await LoadAsync(Rows.None.Campaign(Day, 1, 9m), Scope(start: Day, end: Day.AddDays(2), generatedAt: Generated.AddHours(1)));

        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "suspect removal")
            .Which.Details.Should().Contain($"{Day:yyyy-MM-dd} to {Day.AddDays(2):yyyy-MM-dd}");
    }

    [SkippableFact]
    public async Task Days_at_the_edge_that_keep_rows_are_told_and_those_without_begin_no_sums()
    {
        LoadScope scope = Scope(start: Day, end: Day.AddDays(4)) with { RetentionStart = Day };
        await LoadAsync(Rows.None.Campaign(Day.AddDays(1), 1), scope);
        (await CampaignAsync(1))!.From.Should().Be(Day.AddDays(1), "of the day before nothing is known");

        await LoadAsync(Rows.None, scope with { GeneratedAt = Generated.AddHours(1) });

        (await IssuesAsync()).Should().Contain(issue => issue.Reason == "unproven days" && issue.Details.Contains($"{Day.AddDays(1):yyyy-MM-dd}"));
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
}
