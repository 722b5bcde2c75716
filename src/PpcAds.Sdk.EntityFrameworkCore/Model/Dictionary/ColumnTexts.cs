namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The texts of columns that mean the same in each table and view that has them.</summary>
internal static class ColumnTexts
{
    private static readonly Dictionary<string, string> Common = Lines(
        """
        account_id: The account.
        account_name: The name of the account.
        profile_id: The profile.
        profile_name: The name of the advertiser.
        country_code: The country of the marketplace.
        dataset: The dataset, such as sp.campaign.
        ad_product: The ad product, such as SPONSORED_PRODUCTS. Ids are unique within it only.
        date: The day, in the time zone of the profile.
        entity_key: The key within dataset and day: ids alone, or the id of the campaign and a hash where text is part of the key.
        portfolio_id: The portfolio; null for none.
        portfolio_name: The name of the portfolio.
        campaign_id: The campaign; null if Amazon does not name it.
        campaign_name: The name of the campaign; null if only a report named it.
        campaign_state: The state of the campaign as Amazon writes it.
        ad_group_id: The ad group; null if Amazon does not name it.
        ad_group_name: The name of the ad group; null if only a report named it.
        ad_group_state: The state of the ad group as Amazon writes it.
        keyword_id: The keyword.
        keyword_text: The words of the keyword.
        keyword_state: The state of the keyword as Amazon writes it.
        ad_id: The ad.
        target_id: The keyword or other target.
        target_kind: keyword, product, auto, theme, audience or unallocated.
        target_text: The keyword, or the targeting expression.
        match_type: The match type as Amazon writes it.
        search_term: What the shopper searched for.
        placement: Where the ad was shown.
        advertised_asin: The ASIN that was advertised.
        advertised_sku: The SKU of the advertised product, as the seller numbers it.
        purchased_asin: The ASIN that was bought.
        currency: The currency of the amounts (ISO 4217). Never sum over several.
        attribution_days: The window of sales, orders and units, in days.
        impressions: How often ads were shown.
        viewable_impressions: How often ads were in view.
        clicks: Clicks.
        cost: What clicks or views cost.
        sales: Sales within the attribution window.
        orders: Orders within the attribution window.
        units: Units within the attribution window.
        sales_clicks: Sales after a click only.
        orders_clicks: Orders after a click only.
        units_clicks: Units after a click only.
        sales_1d: Sales within 1 day.
        sales_7d: Sales within 7 days.
        sales_14d: Sales within 14 days.
        sales_30d: Sales within 30 days.
        orders_1d: Orders within 1 day.
        orders_7d: Orders within 7 days.
        orders_14d: Orders within 14 days.
        orders_30d: Orders within 30 days.
        units_1d: Units within 1 day.
        units_7d: Units within 7 days.
        units_14d: Units within 14 days.
        units_30d: Units within 30 days.
        sales_promoted: Sales of the advertised product itself.
        new_to_brand_sales: Sales to shoppers who bought nothing of the brand in the year before.
        new_to_brand_orders: Orders of shoppers who bought nothing of the brand in the year before.
        new_to_brand_units: Units that shoppers bought who had bought nothing of the brand in the year before.
        kindle_pages_read: Pages of Kindle books that were read within 14 days.
        kindle_royalties: The estimated royalties of those pages.
        top_of_search_impression_share: The share of top-of-search impressions, a fraction; null for none. Never sum shares.
        checksum: The checksum of the rows as they were loaded, by which PpcAdsDatabase.VerifyAsync finds later changes.
        ctr: Clicks per impression, a fraction; null when there are no impressions.
        cpc: Cost per click; null when there are no clicks.
        cvr: Orders per click, a fraction; null when there are no clicks.
        acos: Cost per sales, a fraction; null when there are no sales.
        roas: Sales per cost; null when there is no cost.
        cost_reporting: Cost in the reporting currency; null if ppc_exchange_rates has no rate for the currency and day.
        sales_reporting: Sales in the reporting currency; null if ppc_exchange_rates has no rate for the currency and day.
        extra: Further columns of the report, as JSON; null unless requested.
        changed_at: When the row was added or last changed.
        known_at: The instant from which the change is known.
        age_days: The age of the day, in days.
        rows_changed: How many rows the load changed, added or removed.
        scope_id: The profile and dataset, a number of performance_scopes.
        detail: 16 bytes that identify the row within its day and campaign: ids, or a hash that begins with a set bit.
        source: How the entity is known: list, export or report.
        raw_json: The entity as Amazon sent it, as JSON; null unless IngestionOptions.KeepRawJson is set.
        first_seen_at: When the entity was first seen.
        last_seen_at: When a list last contained the entity, to half a day.
        name: The name.
        state: The state as Amazon writes it; null if only a report named the entity.
        start_date: The first day.
        end_date: The last day, inclusive; null for none.
        report_id: The id that Amazon gave the report.
        report_generated_at: When Amazon took the figures.
        loaded_at: When it was loaded.
        lease_owner: The worker that holds it.
        lease_until: Until when it is held, by the clock of the database; null if no worker holds it.
        lease_epoch: Grows each time it is taken.
        run_id: The number, made by the database.
        error: The last failure.
        version: Grows with each write, so that two writers cannot undo each other.
        removal_digest: A hash of the rows that a suspect report would have removed.
        """);

    private static readonly (string Name, string Text)[] Sums =
    [
        ("impressions", "Impressions"),
        ("clicks", "Clicks"),
        ("cost", "Cost"),
        ("sales", "Sales"),
        ("orders", "Orders"),
        ("units", "Units"),
        ("ctr", "Clicks per impression"),
        ("cpc", "Cost per click"),
        ("cvr", "Orders per click"),
        ("acos", "Cost per sales"),
        ("roas", "Sales per cost"),
    ];

    /// <summary>The columns of an entity without sums, but its own.</summary>
    public static IReadOnlyList<ColumnText> OfEntity { get; } = Read(
        """
        source
        raw_json
        first_seen_at
        last_seen_at
        changed_at: When the entity, its sums included, was added or last changed.
        """);

    /// <summary>The columns of an entity with sums, but its own.</summary>
    public static IReadOnlyList<ColumnText> OfEntityWithSums { get; } =
    [
        .. OfEntity,
        .. Read(
            """
            performance_from: The first day that is loaded, in the time zone of the profile.
            as_of: The last day that is loaded, inclusive.
            currency: The currency of the amounts (ISO 4217). Rows in another one are not in the sums.
            attribution_days
            """),
        .. Sums.Select(sum => new ColumnText(sum.Name + "_total", $"{sum.Text}, of all loaded days.{When(sum.Name)}")),
        .. Sums.Select(sum =>
            new ColumnText(sum.Name + "_30d", $"{sum.Text}, of the 30 days that end with as_of.{When(sum.Name)}")),
    ];

    /// <summary>Finds the text that a column has wherever it is.</summary>
    public static ColumnText Find(string column) => new(column, Common[column]);

    /// <summary>Reads columns, one a line: the name, and the text if it is the table's own.</summary>
    public static IReadOnlyList<ColumnText> Read(string lines) =>
    [
        .. lines.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .Select(parts => parts.Length == 2 ? new ColumnText(parts[0], parts[1]) : Find(parts[0])),
    ];

    private static string When(string sum) =>
        sum is "ctr" or "cpc" or "cvr" or "acos" or "roas" ? " Null when the divisor is 0." : "";

    private static Dictionary<string, string> Lines(string lines) => lines.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
