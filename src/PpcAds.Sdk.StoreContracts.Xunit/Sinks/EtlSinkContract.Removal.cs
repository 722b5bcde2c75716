using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.StoreContracts.Xunit;

#pragma warning disable CS1591 // The names of the tests say what they are about.
public abstract partial class EtlSinkContract
{
    [SkippableFact]
    public async Task A_bad_row_blocks_the_deletes_of_its_day_only()
    {
        await LoadAsync(
            ReportRows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day.AddDays(1), 1).Campaign(Day.AddDays(1), 2));

        LoadResult result = await LoadAsync(
            ReportRows.None.Raw("""{"date":"2026-03-01","campaignId":"?"}""").Campaign(Day.AddDays(1), 1),
            Scope() with { MaxRejectedShare = 1 });

        Assert.Equal(new LoadResult { Unchanged = 1, Removed = 1, Rejected = 1 }, result);
        Assert.Equal(
            [(Day, "1"), (Day, "2"), (Day.AddDays(1), "1")], (await RowsAsync()).Select(row => (row.Date, row.EntityKey)));
    }

    [SkippableFact]
    public async Task A_bad_row_without_a_day_blocks_all_deletes()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day.AddDays(1), 1));

        LoadResult result = await LoadAsync(
            ReportRows.None.Raw("""{"date":"yesterday","campaignId":1}"""), Scope() with { MaxRejectedShare = 1 });

        Assert.Equal(new LoadResult { Rejected = 1 }, result);
        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task What_is_no_row_object_counts_as_a_bad_row()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));

        LoadResult result = await LoadAsync(ReportRows.None.Raw("17").Raw("null"), Scope() with { MaxRejectedShare = 1 });

        Assert.Equal(new LoadResult { Rejected = 2 }, result);
        Assert.Single(await RowsAsync());
    }

    [SkippableFact]
    public async Task Too_many_bad_rows_load_nothing()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));
        var id = new LoadId("rejected");

        ReportRejectedException rejection = await Assert.ThrowsAsync<ReportRejectedException>(() => LoadAsync(
            ReportRows.None.Campaign(Day, 5).Raw("""{"date":"2026-03-01","campaignId":6,"clicks":"many"}"""),
            Scope() with { MaxRejectedShare = 0.4 },
            id));

        Assert.Equal((2, 1), (rejection.Rows, rejection.Rejected));
        Assert.Equal(["1"], await KeysAsync());
        Assert.Null(await Store.Sink.FindLoadAsync(id));
    }

    [SkippableFact]
    public async Task As_many_bad_rows_as_allowed_let_the_rest_in()
    {
        LoadResult result = await LoadAsync(
            ReportRows.None.Campaign(Day, 5).Raw("""{"date":"2026-03-01","campaignId":6,"clicks":"many"}"""),
            Scope() with { MaxRejectedShare = 0.5 });

        Assert.Equal(new LoadResult { Inserted = 1, Rejected = 1 }, result);
    }

    [SkippableFact]
    public async Task A_report_that_would_remove_more_than_half_is_suspect_and_removes_nothing()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day));

        LoadResult result = await LoadAsync(ReportRows.None.Many(Forty.Take(19), Day, 2m).Campaign(Day, 99), Later(1));

        Assert.True(result.IsSuspect);
        Assert.False(string.IsNullOrEmpty(result.RemovalDigest));
        Assert.Equal((0, 19, 1), (result.Removed, result.Changed, result.Inserted));
        Assert.Equal(41, (await RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task A_second_report_that_says_the_same_is_applied()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day));
        LoadResult first = await LoadAsync(ReportRows.None.Many(Forty.Take(19), Day), Later(1));

        LoadResult second = await LoadAsync(
            ReportRows.None.Many(Forty.Take(19), Day), Later(2) with { ConfirmedRemoval = first.RemovalDigest });

        Assert.Equal((false, 21), (second.IsSuspect, second.Removed));
        Assert.Equal(19, (await RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task A_second_report_that_says_something_else_is_suspect_again()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day));
        LoadResult first = await LoadAsync(ReportRows.None.Many(Forty.Take(19), Day), Later(1));

        LoadResult second = await LoadAsync(
            ReportRows.None.Many(Forty.Take(5), Day), Later(2) with { ConfirmedRemoval = first.RemovalDigest });

        Assert.True(second.IsSuspect);
        Assert.Equal(40, (await RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task Losing_few_rows_that_hold_over_half_of_the_cost_is_suspect()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day).Campaign(Day, 77, 1000m));

        LoadResult result = await LoadAsync(ReportRows.None.Many(Forty, Day), Later(1));

        Assert.True(result.IsSuspect);
        Assert.Equal(41, (await RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task A_few_rows_may_lose_most_of_them()
    {
        await LoadAsync(ReportRows.None.Many(Forty.Take(19), Day));

        LoadResult result = await LoadAsync(ReportRows.None.Many(Forty.Take(1), Day), Later(1));

        Assert.Equal((false, 18), (result.IsSuspect, result.Removed));
    }

    [SkippableFact]
    public async Task A_report_without_any_row_is_believed_only_when_a_second_says_the_same()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));

        LoadResult first = await LoadAsync(ReportRows.None, Later(1));
        Assert.Single(await RowsAsync());
        LoadResult second = await LoadAsync(ReportRows.None, Later(2) with { ConfirmedRemoval = first.RemovalDigest });

        Assert.Equal((true, 0), (first.IsSuspect, first.Removed));
        Assert.Equal((false, 1), (second.IsSuspect, second.Removed));
        Assert.Empty(await RowsAsync());
    }

    [SkippableFact]
    public async Task One_day_of_many_that_loses_most_of_its_rows_is_suspect()
    {
        LoadScope scope = Scope(end: Day.AddDays(2));
        await LoadAsync(ReportRows.None.Many(Forty, Day).Many(Forty, Day.AddDays(1)).Many(Forty, Day.AddDays(2)), scope);

        // A third of all rows is not much, but 35 of 40 of a day are.
        LoadResult result = await LoadAsync(
            ReportRows.None.Many(Forty, Day).Many(Forty.Take(5), Day.AddDays(1)).Many(Forty, Day.AddDays(2)),
            scope with { GeneratedAt = Generated.AddHours(1) });

        Assert.True(result.IsSuspect);
        Assert.Equal(120, (await RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task At_the_edge_of_what_Amazon_keeps_an_empty_report_proves_nothing()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day).Many(Forty, Day.AddDays(1)));

        LoadResult first = await LoadAsync(ReportRows.None, AtEdge(1));
        LoadResult second = await LoadAsync(ReportRows.None, AtEdge(2) with { ConfirmedRemoval = first.RemovalDigest });

        Assert.Equal((false, 0), (second.IsSuspect, second.Removed));
        Assert.Equal(80, (await RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task At_the_edge_much_less_than_is_stored_proves_nothing_and_half_of_it_does()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day).Many(Forty, Day.AddDays(1)));

        LoadResult result = await LoadAsync(
            ReportRows.None.Many(Forty.Take(19), Day).Many(Forty.Take(21), Day.AddDays(1)), AtEdge(1));

        Assert.Equal((19, 21, 19), (result.Ignored, result.Unchanged, result.Removed));
        IReadOnlyList<PerformanceRecord> rows = await RowsAsync();
        Assert.Equal((40, 21), (rows.Count(row => row.Date == Day), rows.Count(row => row.Date == Day.AddDays(1))));
    }

    private LoadScope AtEdge(int hours) => Later(hours) with { RetentionStart = Day.AddDays(-1) };
}
