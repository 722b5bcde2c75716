using PpcAds.Sdk.Chaos.Interleavings;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Chaos;

/// <summary>The checker of interleavings sees what is wrong: a check that cannot fail proves nothing.</summary>
public sealed class InvariantsTests
{
    private static readonly ExpectedState Expected = new()
    {
        Loaded = [ReportFiles.Campaigns],
        Pages = [new WrittenPage("ppc_campaigns", [1, 2], "A"), new WrittenPage("ppc_campaigns", [2, 3], "B")],
        FirstToken = "first",
    };

    private static readonly StoredState Good = new()
    {
        Status = "active",
        RefreshToken = "first",
        Loads = 1,
        Rows = [.. ReportFiles.Campaigns.Rows.Select(row => new StoredRow(
            "sp.campaign", $"{row.Date:yyyy-MM-dd}", row.Id, 0, "", "USD", [row.Units, row.Units, row.CostMicros, 0, 0, 0]))],
        Days = [.. ReportFiles.Campaigns.Rows.GroupBy(row => row.Date).Select(day => new StoredDay(
            "sp.campaign", $"{day.Key:yyyy-MM-dd}", "loaded", day.Count(), day.Sum(row => row.Units), day.Sum(row => row.Units), day.Sum(row => row.CostMicros)))],
        Entities = [Campaign(1, "A"), Campaign(2, "B"), Campaign(3, "B")],
    };

    [Fact]
    public void What_is_right_is_no_violation() => Invariants.Check(Good, Expected).Should().BeEmpty();

    [Fact]
    public void A_sum_that_lacks_a_row_is_one() =>
        Check(Good with { Entities = [Campaign(1, "A", missing: 1), .. Good.Entities.Skip(1)] }).Should().Contain("impressions_total");

    [Fact]
    public void An_id_of_rows_without_an_entity_is_one() => Check(Good with { Entities = [.. Good.Entities.Take(2)] }).Should().Contain("no entity");

    [Fact]
    public void Half_of_a_page_is_one() =>
        Check(Good with { Entities = [Good.Entities[0], Campaign(2, "A"), Good.Entities[2]] }).Should().Contain("page 'A', the last one was 'B'");

    [Fact]
    public void A_day_of_the_ledger_with_other_rows_is_one() =>
        Check(Good with { Days = [Good.Days[0] with { Rows = 2 }, Good.Days[1]] }).Should().Contain("the ledger has");

    [Fact]
    public void A_row_that_no_report_has_is_one() =>
        Check(Good with { Rows = [.. Good.Rows, Good.Rows[0] with { CampaignId = 3, Date = "2026-03-09" }] }).Should().Contain("is of no report");

    [Fact]
    public void A_report_that_nobody_loaded_is_one() =>
        string.Join("; ", Invariants.Check(Good, Expected with { ToLoad = [ReportFiles.CampaignsFirst] })).Should().Contain("nobody loaded");

    [Fact]
    public void Credentials_of_a_closed_account_are_one() =>
        string.Join("; ", Invariants.Check(Good with { Status = "closed" }, Expected with { IsDeleted = true })).Should().Contain("closed, and has credentials");

    [Fact]
    public void An_old_token_after_a_new_connection_is_one() =>
        string.Join("; ", Invariants.Check(Good, Expected with { Connected = ["second"] })).Should().Contain("the refresh token is 'first'");

    [Fact]
    public void Anything_that_is_left_of_a_purged_account_is_one() =>
        string.Join("; ", Invariants.Check(Good with { Status = null }, Expected with { IsPurged = true })).Should().Contain("rows of it are in ppc_campaigns");

    private static string Check(StoredState state) => string.Join("; ", Invariants.Check(state, Expected));

    private static StoredEntity Campaign(long id, string state, long missing = 0)
    {
        ReportFileRow[] rows = [.. ReportFiles.Campaigns.Rows.Where(row => row.Id == id)];
        long?[] sums = [rows.Sum(row => row.Units) - missing, rows.Sum(row => row.Units), rows.Sum(row => row.CostMicros), 0, 0, 0];
        return new StoredEntity("ppc_campaigns", id, state, "list", "2026-03-02", "USD", sums, sums);
    }
}
