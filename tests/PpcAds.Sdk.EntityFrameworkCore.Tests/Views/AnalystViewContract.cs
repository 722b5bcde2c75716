using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>What the views give to people.</summary>
public abstract class AnalystViewContract : ViewContract
{
    [SkippableFact]
    public async Task A_row_has_names_product_portfolio_rates_and_the_amounts_in_the_reporting_currency()
    {
        await FillAsync();

        IReadOnlyDictionary<string, object?> row = (await QueryAsync(
            """
            SELECT profile_name, country_code, ad_product, portfolio_id, portfolio_name, campaign_name, campaign_state, currency,
              cost, sales, ctr, cpc, cvr, acos, roas, cost_reporting, sales_reporting
            FROM campaign_performance
            WHERE profile_id = 1001 AND dataset = 'sp.campaign' AND campaign_id = 1 AND date = '2026-03-02'
            """)).Single();

        row.Values.Select(Plain).Should().Equal(
            "Acme US", "US", "SPONSORED_PRODUCTS", 7m, "Kitchen", "Mugs", "ENABLED", "USD",
            5m, 40m, 0.1m, 0.5m, 0.2m, 0.125m, 8m, 5m, 40m);
    }

    [SkippableTheory]
    [InlineData("ad_group_performance", "ad_group_name", "Blue")]
    [InlineData("keyword_performance", "keyword_text", "blue mug")]
    [InlineData("target_performance", "match_type", "BROAD")]
    [InlineData("search_term_performance", "search_term", "blue mug large")]
    [InlineData("placement_performance", "placement", "Top of Search on-Amazon")]
    [InlineData("product_performance", "advertised_asin", "B01")]
    [InlineData("purchased_product_performance", "purchased_asin", "B02")]
    public async Task Each_view_has_the_rows_of_its_own_datasets(string view, string column, string value)
    {
        await FillAsync();

        IReadOnlyDictionary<string, object?> row = (await QueryAsync(
            $"""
            SELECT ad_product, campaign_name, portfolio_name, {column}, orders, sales, sales_reporting
            FROM {view}
            WHERE dataset LIKE 'sp.%' AND campaign_id = 1 AND date = '2026-03-02'
            """)).Single();

        row.Values.Select(Plain).Should().Equal("SPONSORED_PRODUCTS", "Mugs", "Kitchen", value, 2m, 40m, 40m);
        (await QueryAsync($"SELECT COUNT(DISTINCT substr(dataset, 3)) AS kinds FROM {view}")).Single()["kinds"].Should().Be(1L);
    }

    [SkippableTheory]
    [InlineData("campaign_performance", "sb.campaign", "20,1,1")]
    [InlineData("campaign_performance", "sp.campaign", ",,")]
    [InlineData("account_performance", "sd.campaign", "20,1,1")]
    [InlineData("target_performance", "sb.target", "20,1,1")]
    public async Task What_new_customers_bought_is_there_where_Amazon_reports_it(string view, string dataset, string expected)
    {
        await FillAsync();

        IReadOnlyDictionary<string, object?> row = (await QueryAsync(
            $"""
            SELECT MAX(new_to_brand_sales) AS sales, MAX(new_to_brand_orders) AS orders, MAX(new_to_brand_units) AS units
            FROM {view}
            WHERE dataset = '{dataset}' AND date = '2026-03-02'
            """)).Single();

        string.Join(',', row.Values.Select(Plain).Select(value => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}")))
            .Should().Be(expected);
    }

    [SkippableFact]
    public async Task The_share_of_top_of_search_impressions_is_in_the_views_whose_datasets_have_it()
    {
        await FillAsync();

        foreach (string view in (string[])["campaign_performance", "target_performance", "keyword_performance"])
        {
            object? share = (await QueryAsync(
                $"""
                SELECT MAX(top_of_search_impression_share) AS share
                FROM {view}
                WHERE dataset LIKE 'sp.%'
                """)).Single()["share"];

            Plain(share).Should().Be(0.25m, view);
        }
    }

    [SkippableTheory]
    [InlineData("campaign_performance")]
    [InlineData("account_performance")]
    public async Task A_rate_is_null_when_its_divisor_is_0(string view)
    {
        await LoadAsync(
            Rows.None.Raw(Row(Day, 1, 0, 0, 0, 0, 0)).Raw(Row(Day.AddDays(1), 1, 10, 0, 0, 0, 0)));

        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows =
            await QueryAsync($"SELECT ctr, cpc, cvr, acos, roas FROM {view} ORDER BY date");

        rows.Should().HaveCount(2);
        rows[0].Values.Should().AllSatisfy(rate => rate.Should().BeNull());
        rows[1].Values.Select(Plain).Should().Equal(0m, null, null, null, null);
    }

    [SkippableFact]
    public async Task Without_a_rate_for_the_currency_and_day_the_reporting_columns_are_null()
    {
        await FillAsync();

        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows = await QueryAsync(
            """
            SELECT currency, date, cost, cost_reporting, sales_reporting
            FROM account_performance
            WHERE dataset = 'sp.campaign' AND date IN ('2026-03-09', '2026-03-10')
            ORDER BY currency, date
            """);

        rows.Select(row => row.Values.Select(Plain).ToArray()).Should().BeEquivalentTo(
            new object?[][]
            {
                ["EUR", "2026-03-09", 35m, 37.8m, 43.2m],
                ["EUR", "2026-03-10", 35m, null, null],
                ["USD", "2026-03-09", 35m, 35m, 40m],
                ["USD", "2026-03-10", 35m, null, null],
            },
            options => options.WithStrictOrdering());
    }

    [SkippableFact]
    public async Task Two_currencies_of_one_profile_and_day_are_two_rows_of_its_account()
    {
        await LoadAsync(Rows.None.Raw(Row(Day, 1, 10, 1, 5m, 0, 0, ",\"campaignBudgetCurrencyCode\":\"USD\""))
            .Raw(Row(Day, 2, 10, 1, 3m, 0, 0, ",\"campaignBudgetCurrencyCode\":\"CAD\""))
            .Raw(Row(Day, 3, 10, 1, 2m, 0, 0, ",\"campaignBudgetCurrencyCode\":\"USD\"")));
        await LoadAsync(Rows.None.AdGroup(Day, 1, 11, 5m), Scope(Datasets.SpAdGroup));

        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows = await QueryAsync(
            "SELECT account_name, ad_product, currency, impressions, cost FROM account_performance ORDER BY currency");

        rows.Select(row => row.Values.Select(Plain).ToArray()).Should().BeEquivalentTo(
            new object?[][]
            {
                ["Acme", "SPONSORED_PRODUCTS", "CAD", 10m, 3m],
                ["Acme", "SPONSORED_PRODUCTS", "USD", 20m, 7m],
            },
            options => options.WithStrictOrdering());
    }

    [SkippableFact]
    public async Task A_restatement_has_the_differences_of_its_rows_and_the_age_of_the_day()
    {
        await LoadEntitiesAsync();
        await LoadAsync(
            Rows.None.Raw(Row(Day, 1, 10, 1, 5m, 1, 10m)).Raw(Row(Day, 2, 10, 1, 5m, 1, 10m)).Raw(Row(Day, 3, 1, 1, 1m, 0, 0)));
        Store.Time.Advance(TimeSpan.FromDays(2));
        await LoadAsync(
            Rows.None.Raw(Row(Day, 1, 12, 2, 6m, 1, 10m)).Raw(Row(Day, 3, 1, 1, 1m, 0, 0)),
            Scope(generatedAt: Generated.AddDays(2)));
        int age = DateOnly.FromDateTime(Store.Time.GetUtcNow().UtcDateTime).DayNumber - Day.DayNumber;

        IReadOnlyDictionary<string, object?> row = (await QueryAsync(
            """
            SELECT dataset, ad_product, date, age_days, currency, rows_changed, impressions, clicks, cost, sales, orders, units
            FROM restatements
            """)).Single();

        row.Values.Select(Plain).Should().Equal(
            "sp.campaign", "SPONSORED_PRODUCTS", "2026-03-01", (decimal)age, "USD", 2m, -8m, 0m, -4m, -10m, -1m, -1m);
    }

    /// <summary>The view goes by the clock of the database, which no test sets.</summary>
    [SkippableFact]
    public async Task A_day_that_Amazon_keeps_and_that_was_never_loaded_is_missing()
    {
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(-8).UtcDateTime);
        foreach (int age in (int[])[10, 8])
        {
            DateOnly day = today.AddDays(-age);
            await LoadAsync(
                Rows.None.Campaign(day, 1), Scope(start: day, end: day, generatedAt: TimeProvider.System.GetUtcNow()));
        }

        await LoadAsync(
            Rows.None.AdGroup(today.AddDays(-300), 1, 2),
            Scope(Datasets.SpAdGroup, today.AddDays(-300), today.AddDays(-300)) with { RetentionStart = today.AddDays(-400) });

        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows =
            await QueryAsync("SELECT dataset, date, age_days FROM missing_days ORDER BY dataset, date");

        rows.Where(row => (string?)row["dataset"] == "sp.campaign").Select(row => Plain(row["date"])).Should()
            .Equal(new[] { 9, 7, 6, 5, 4, 3, 2, 1 }.Select(age => Text(today.AddDays(-age))));
        int kept = Datasets.SpAdGroup.ReportType.RetentionDays;
        rows.Where(row => (string?)row["dataset"] == "sp.ad_group").Should().HaveCount(kept)
            .And.OnlyContain(row => Convert.ToInt32(row["age_days"], CultureInfo.InvariantCulture) <= kept);
        rows.Select(row => row["dataset"]).Distinct().Should().HaveCount(2);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
