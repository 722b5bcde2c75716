namespace PpcAds.Sdk.QuickStart.Tests;

public sealed class MainJobTests : IDisposable
{
    private const string AggregateCheck =
        """
        SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN performance_records r
          ON (r.account_id, r.profile_id, r.campaign_id) = (c.account_id, c.profile_id, c.campaign_id)
         AND r.dataset = CASE c.ad_product WHEN 'SPONSORED_PRODUCTS' THEN 'sp' WHEN 'SPONSORED_BRANDS' THEN 'sb' ELSE 'sd' END || '.campaign'
        GROUP BY c.account_id, c.profile_id, c.campaign_id, c.as_of, c.cost_total_micros, c.cost_30d_micros
        HAVING coalesce(sum(r.cost_micros), 0) <> coalesce(c.cost_total_micros, 0)
            OR coalesce(sum(r.cost_micros) FILTER (WHERE r.date BETWEEN date(c.as_of, '-29 days') AND c.as_of), 0) <> coalesce(c.cost_30d_micros, 0)
        """;

    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_first_run_loads_everything_to_the_cent()
    {
        QuickStartResult run = await RunAsync();

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Output.Should().NotContain("DIFFERENT").And.Contain("Top campaigns");
        run.Row("campaigns").Should().Be((60m, 60m));
        (decimal source, decimal loaded) = run.Row("sp.campaign cost USD");
        loaded.Should().Be(source).And.BePositive();
        _database.Query(
            "SELECT CAST(SUM(r.cost_micros) AS TEXT) FROM performance_records r JOIN ppc_profiles p USING (account_id, profile_id) "
            + "WHERE r.dataset = 'sp.campaign' AND r.currency = 'USD'")
            .Should().Equal(((long)(source * 1_000_000)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        _database.Query(AggregateCheck).Should().BeEmpty();
        _database.Query(
            "SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN ppc_profiles p USING (account_id, profile_id) LEFT JOIN ppc_accounts a USING (account_id) "
            + "WHERE a.account_id IS NULL OR p.profile_id IS NULL").Should().BeEmpty();
        _database.Query("SELECT COUNT(*) FROM campaign_performance").Should().Equal(_database.Query("SELECT COUNT(*) FROM performance_records WHERE dataset = 'sp.campaign'"));
    }

    [Fact]
    public async Task All_products_are_loaded_to_the_cent()
    {
        QuickStartResult run = await RunAsync("--all-products", "--profiles", "2", "--campaigns", "5", "--days", "10");

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Output.Should().NotContain("DIFFERENT");
        foreach (string dataset in (string[])["sp.search_term", "sb.campaign", "sb.ad", "sd.target", "sd.advertised_product"])
        {
            (decimal source, decimal loaded) = run.Row($"{dataset} cost USD");
            loaded.Should().Be(source).And.BePositive();
        }

        _database.Query("SELECT DISTINCT ad_product FROM ppc_campaigns ORDER BY 1").Should().Equal("SPONSORED_BRANDS", "SPONSORED_DISPLAY", "SPONSORED_PRODUCTS");
        _database.Query("SELECT DISTINCT target_kind FROM ppc_targets ORDER BY 1").Should().Contain(["auto", "audience", "product", "theme"]);
        _database.Query("SELECT COUNT(*) > 0 FROM ppc_targets WHERE cost_total_micros > 0").Should().Equal("1");
        _database.Query(AggregateCheck).Should().BeEmpty();
    }

    [Fact]
    public async Task A_refresh_of_all_products_compares_every_row_again()
    {
        string[] small = ["--all-products", "--profiles", "2", "--campaigns", "5", "--days", "10"];
        await RunAsync(small);

        QuickStartResult refresh = await RunAsync([.. small, "--refresh"]);

        refresh.ExitCode.Should().Be(0, refresh.Output + refresh.Error);
        foreach (string what in (string[])["rows of these days before / compared", "restated / changed", "vanished / removed", "new / inserted"])
        {
            (decimal source, decimal loaded) = refresh.Row(what);
            loaded.Should().Be(source, what);
        }

        refresh.Output.Split("Source against loaded")[1].Should().NotContain("DIFFERENT");
    }

    [Fact]
    public async Task A_run_of_fewer_products_compares_those_only()
    {
        await RunAsync("--all-products", "--profiles", "2", "--campaigns", "5", "--days", "5");

        QuickStartResult fewer = await RunAsync("--profiles", "2", "--campaigns", "5", "--days", "5");

        fewer.ExitCode.Should().Be(0, fewer.Output + fewer.Error);
        fewer.Output.Should().NotContain("DIFFERENT");
        fewer.Row("campaigns").Should().Be((10m, 10m));
    }

    [Fact]
    public async Task Another_seed_is_another_source_with_other_data()
    {
        await RunAsync("--profiles", "1", "--campaigns", "5", "--days", "3");

        QuickStartResult other = await RunAsync("--profiles", "1", "--campaigns", "5", "--days", "3", "--seed", "8");

        other.ExitCode.Should().Be(0, other.Output + other.Error);
        other.Output.Should().NotContain("DIFFERENT");
        _database.Query("SELECT SUM(cost_micros) FROM performance_records GROUP BY account_id").Should().HaveCount(2)
            .And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_second_run_says_that_nothing_is_due()
    {
        await RunAsync();

        QuickStartResult again = await RunAsync();

        again.ExitCode.Should().Be(0, again.Output + again.Error);
        again.Output.Should().Contain("Nothing was due").And.NotContain("DIFFERENT");
    }

    [Fact]
    public async Task A_refresh_finds_what_was_restated_and_what_vanished()
    {
        await RunAsync();

        QuickStartResult refresh = await RunAsync("--refresh");

        refresh.ExitCode.Should().Be(0, refresh.Output + refresh.Error);
        (decimal before, decimal compared) = refresh.Row("rows of these days before / compared");
        compared.Should().Be(before).And.BePositive();
        (decimal restated, decimal changed) = refresh.Row("restated / changed");
        changed.Should().Be(restated).And.BePositive();
        (decimal vanished, decimal removed) = refresh.Row("vanished / removed");
        removed.Should().Be(vanished).And.BePositive();
        refresh.Row("new / inserted").Should().Be((0m, 0m));
    }

    [Fact]
    public async Task A_refresh_one_day_later_inserts_that_days_rows_only()
    {
        await RunAsync();

        QuickStartResult later = await RunAsync("--refresh", "--as-of", "2026-03-16");

        later.ExitCode.Should().Be(0, later.Output + later.Error);
        (decimal source, decimal inserted) = later.Row("new / inserted");
        inserted.Should().Be(source).And.BePositive();
        _database.Query("SELECT COUNT(*) FROM performance_records WHERE date = '2026-03-15'").Should()
            .Equal(inserted.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Thirty_one_days_on_the_sums_of_paused_campaigns_follow()
    {
        await RunAsync();

        QuickStartResult later = await RunAsync("--as-of", "2026-04-15");

        later.ExitCode.Should().Be(0, later.Output + later.Error);
        _database.Query(AggregateCheck).Should().BeEmpty();
        _database.Query("SELECT DISTINCT as_of FROM ppc_campaigns").Should().Equal("2026-04-14");
        _database.Query(
            "SELECT COUNT(*) > 0 FROM ppc_campaigns WHERE cost_total_micros > 0 AND cost_30d_micros = 0").Should().Equal("1");
    }

    [Fact]
    public async Task Chaos_ends_with_3_and_everything_healthy_is_equal()
    {
        QuickStartResult run = await RunAsync("--chaos");

        run.ExitCode.Should().Be(3, run.Output + run.Error);
        run.Output.Should().NotContain("DIFFERENT").And.NotContain("did not come up");
        System.Text.RegularExpressions.Regex.Count(run.Output, "│ recovered +│").Should().Be(10);
        System.Text.RegularExpressions.Regex.Count(run.Output, "│ skipped by rule +│").Should().Be(2);
        System.Text.RegularExpressions.Regex.Count(run.Output, "│ failed +│").Should().Be(1);
    }

    private Task<QuickStartResult> RunAsync(params string[] arguments) => QuickStartProcess.RunAsync(["--database", _database.File, .. arguments]);
}
