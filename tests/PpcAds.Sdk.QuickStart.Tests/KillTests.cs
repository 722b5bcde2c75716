namespace PpcAds.Sdk.QuickStart.Tests;

public sealed class KillTests : IDisposable
{
    private const int Kills = 20;

    // Everything but instants and what is only about this run: when a row was seen, which report it came from.
    private static readonly (string Name, string Query)[] Tables =
    [
        ("profiles", "SELECT profile_id, region, country_code, currency, time_zone, type, name, source FROM ppc_profiles ORDER BY profile_id"),
        ("campaigns", "SELECT profile_id, campaign_id, name, state, budget_micros, source, as_of, performance_from, currency, impressions_total, clicks_total, "
            + "cost_total_micros, sales_total_micros, orders_total, units_total, cost_30d_micros, sales_30d_micros FROM ppc_campaigns ORDER BY profile_id, campaign_id"),
        ("ad groups", "SELECT profile_id, ad_group_id, campaign_id, name, state, default_bid_micros, source, as_of, cost_total_micros, cost_30d_micros, "
            + "sales_30d_micros FROM ppc_ad_groups ORDER BY profile_id, ad_group_id"),
        ("keywords", "SELECT profile_id, keyword_id, keyword_text, match_type, bid_micros, source, as_of, cost_total_micros, cost_30d_micros FROM ppc_keywords "
            + "ORDER BY profile_id, keyword_id"),
        ("records", "SELECT profile_id, dataset, date, entity_key, campaign_id, ad_group_id, target_id, target_kind, target_text, match_type, currency, "
            + "attribution_days, impressions, clicks, cost_micros, sales_micros, orders, units, sales_1d_micros, sales_30d_micros, sales_promoted_micros "
            + "FROM performance_records ORDER BY profile_id, dataset, date, entity_key"),
        ("ledger", "SELECT profile_id, dataset, date, state, rows, impressions, clicks, cost_micros FROM performance_days ORDER BY profile_id, dataset, date"),
    ];

    private readonly TemporaryDatabase _disturbed = new();
    private readonly TemporaryDatabase _undisturbed = new();

    public void Dispose()
    {
        _disturbed.Dispose();
        _undisturbed.Dispose();
    }

    [Fact]
    public async Task Killed_at_twenty_moments_and_run_to_the_end_the_tables_are_those_of_an_undisturbed_run()
    {
        var random = new Random(20);
        int killed = 0;
        for (int i = 0; i < Kills * 3 && killed < Kills; i++)
        {
            bool wasKilled = await QuickStartProcess.KillAsync(["--database", _disturbed.File], TimeSpan.FromSeconds(0.4 + (random.NextDouble() * 2.2)));
            killed += wasKilled ? 1 : 0;
            if (!wasKilled && killed < Kills)
            {
                // It came to its end: the next kills need work to do.
                File.Delete(_disturbed.File);
            }
        }

        QuickStartResult last = await QuickStartProcess.RunAsync(["--database", _disturbed.File]);
        QuickStartResult whole = await QuickStartProcess.RunAsync(["--database", _undisturbed.File]);

        killed.Should().Be(Kills);
        last.ExitCode.Should().Be(0, last.Output + last.Error);
        whole.ExitCode.Should().Be(0, whole.Output + whole.Error);
        foreach ((string name, string query) in Tables)
        {
            _disturbed.Query(query).Should().Equal(_undisturbed.Query(query), $"the {name} should be equal");
        }
    }
}
