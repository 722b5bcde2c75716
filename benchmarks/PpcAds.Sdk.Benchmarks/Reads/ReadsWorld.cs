using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>
/// Rows of all kinds that the cookbook asks for, made by the database: 90 days of two profiles, two fifths of the rows by
/// target, two fifths by search term, most of which are seen on one day.
/// </summary>
/// <param name="rows">How many rows, about.</param>
/// <param name="sql">How the database writes it.</param>
internal sealed class ReadsWorld(long rows, ReadsSql sql)
{
    public const long AccountId = 1;
    public const long FirstProfile = 1_000_000_000_001;
    public const int Days = 90;
    private const int Profiles = 2;

    // As long as Amazon's are.
    private const string Campaign = "(300000000000000 + c.i * 7919)";
    private const string AdGroup = "(400000000000000 + c.i * 7919)";
    private const string Keyword = "(500000000000000 + (c.i * 10 + k.i) * 7919)";

    // A row of the dataset, and how many of a campaign there are: 2,491.
    private const int RowsOfCampaign = 2_491;
    private const int TermsOfCampaign = 217;

    public static DateOnly FirstDay { get; } = new(2026, 1, 1);

    private static readonly string[] Kinds =
        ["sp.campaign", "sp.target", "sp.search_term", "sp.placement", "sp.advertised_product", "sp.purchased_product"];

    private long Campaigns => Math.Max(1, rows / Profiles / RowsOfCampaign);

    /// <summary>A campaign that has rows.</summary>
    public long SomeCampaign => 300000000000000 + (Campaigns / 2 * 7919);

    /// <summary>The tables that names come from; each database of rows has its own.</summary>
    public IEnumerable<string> Entities =>
    [
        sql.CreateNumbers(Math.Max(Campaigns * TermsOfCampaign, 1000)),
        $"""
        INSERT INTO ppc_profiles (
          account_id, profile_id, region, country_code, currency, time_zone, name, is_view_only, source, first_seen_at,
          last_seen_at, changed_at)
        SELECT {AccountId}, {FirstProfile} + p.i, 'europe', 'DE', 'EUR', 'Europe/Berlin', 'Shop ' || p.i, false, 'list',
          {sql.Now}, {sql.Now}, {sql.Now}
        FROM numbers p WHERE p.i < {Profiles}
        """,
        Entity("ppc_portfolios", "portfolio_id, name", "7000 + c.i, 'Portfolio ' || c.i", "c.i < 10"),
        Entity(
            "ppc_campaigns",
            $"campaign_id, ad_product, name, state, portfolio_id, budget_type, budget{sql.Money}",
            $"{Campaign}, 'SPONSORED_PRODUCTS', 'Campaign ' || c.i, 'ENABLED', 7000 + c.i % 10, 'DAILY', "
            + sql.Amount("(c.i % 7 + 1) * 1000000"),
            $"c.i < {Campaigns}"),
        Entity(
            "ppc_ad_groups",
            "ad_group_id, ad_product, campaign_id, name, state",
            $"{AdGroup}, 'SPONSORED_PRODUCTS', {Campaign}, 'Ad group ' || c.i, 'ENABLED'",
            $"c.i < {Campaigns}"),
        Entity(
            "ppc_keywords",
            $"keyword_id, ad_product, campaign_id, ad_group_id, keyword_text, match_type, state, bid{sql.Money}",
            $"{Keyword}, 'SPONSORED_PRODUCTS', {Campaign}, {AdGroup}, 'keyword ' || (c.i * 10 + k.i) || ' blue mug', "
            + $"{MatchType}, 'ENABLED', {sql.Amount("750000")}",
            $"c.i < {Campaigns} AND k.i < 10",
            ", numbers k"),
        $"""
        INSERT INTO ppc_exchange_rates (currency, date, rate)
        SELECT x.currency, {sql.Day("d.i")}, x.rate
        FROM (SELECT 'EUR' AS currency, 1.08 AS rate UNION ALL SELECT 'GBP', 1.27) x, numbers d
        WHERE d.i < {Days}
        """,
    ];

    /// <summary>The rows, as the SDK stores them, and its ledger and changes.</summary>
    public IEnumerable<string> Facts =>
    [
        .. Kinds.Select(AddScope),
        Rows("sp.campaign", "", $"c.i < {Campaigns}", sql.Detail("0", "0"), "", ""),
        Rows(
            "sp.target",
            ", numbers k",
            $"c.i < {Campaigns} AND k.i < 10",
            sql.Detail(AdGroup, Keyword),
            "ad_group_id, target_id, target_kind, target_text, match_type, ",
            $"{AdGroup}, {Keyword}, 'keyword', 'keyword ' || (c.i * 10 + k.i) || ' blue mug', {MatchType}, "),
        Rows(
            "sp.placement",
            ", numbers k",
            $"c.i < {Campaigns} AND k.i < 3",
            sql.Hash("k.i + 1"),
            "placement, ",
            "CASE k.i WHEN 0 THEN 'Top of Search on-Amazon' WHEN 1 THEN 'Detail Page on-Amazon' ELSE 'Other on-Amazon' END, "),
        Rows(
            "sp.advertised_product",
            ", numbers k",
            $"c.i < {Campaigns} AND k.i < 2",
            sql.Hash("c.i * 2 + k.i + 1"),
            "ad_group_id, ad_id, advertised_asin, advertised_sku, ",
            $"{AdGroup}, 600000000000000 + c.i * 2 + k.i, 'B0' || (10000000 + c.i * 2 + k.i), 'SKU-' || (c.i * 2 + k.i), "),
        Rows(
            "sp.purchased_product",
            "",
            $"c.i < {Campaigns} AND (c.i + d.i) % 2 = 0",
            sql.Hash("c.i + 1"),
            "ad_group_id, advertised_asin, purchased_asin, ",
            $"{AdGroup}, 'B0' || (10000000 + c.i * 2), 'B0' || (20000000 + c.i), "),
        Terms,
        $"""
        INSERT INTO performance_days (
          account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, first_loaded_at, rows,
          rows_removed, impressions, clicks, cost{sql.Money}, checksum)
        SELECT s.account_id, s.profile_id, s.dataset, {sql.Day("d.i")}, 'loaded', 'r', {sql.Now}, {sql.Now}, {sql.Now}, 1,
          0, 0, 0, 0, 0
        FROM performance_scopes s, numbers d WHERE d.i < {Days} - 3
        """,
        $"""
        INSERT INTO performance_changes (scope_id, known_at, date, campaign_id, detail, orders, sales{sql.Money})
        SELECT r.scope_id, {sql.Now}, r.date, r.campaign_id, r.detail, 1, {sql.Amount("25000000")}
        FROM performance_facts r JOIN performance_scopes s ON s.scope_id = r.scope_id
        WHERE s.dataset = 'sp.campaign' AND r.campaign_id % 5 = 0
        """,
    ];

    private const string MatchType = "CASE k.i % 3 WHEN 0 THEN 'BROAD' WHEN 1 THEN 'PHRASE' ELSE 'EXACT' END";

    /// <summary>Three of five terms are seen on one day, the others on ten.</summary>
    private string Terms => Insert(
        "sp.search_term",
        $"{sql.Day("(t.i * 31 + d.i * 9) % 90")}, (300000000000000 + t.i / {TermsOfCampaign} * 7919), {sql.Hash("t.i + 1")}, ",
        "ad_group_id, target_id, target_kind, target_text, match_type, search_term, ",
        $"(400000000000000 + t.i / {TermsOfCampaign} * 7919), "
        + $"(500000000000000 + (t.i / {TermsOfCampaign} * 10 + t.i % 10) * 7919), 'keyword', "
        + $"'keyword ' || (t.i / {TermsOfCampaign} * 10 + t.i % 10) || ' blue mug', 'BROAD', "
        + "'term ' || t.i || ' blue mug for ' || (t.i % 977), ",
        "(t.i * 7919 + d.i * 104729)",
        $"numbers d, numbers t WHERE t.i < {Campaigns * TermsOfCampaign} AND d.i < 10 AND (d.i = 0 OR t.i % 5 > 2)");

    private string Rows(string dataset, string more, string condition, string detail, string columns, string values) => Insert(
        dataset,
        $"{sql.Day("d.i")}, {Campaign}, {detail}, ",
        columns,
        values,
        more.Length > 0 ? "(c.i * 7919 + d.i * 104729 + k.i * 1299709)" : "(c.i * 7919 + d.i * 104729)",
        $"numbers d, numbers c{more} WHERE d.i < {Days} AND {condition}");

    /// <summary>Few rows have a click, fewer an order; the seed decides.</summary>
    private string Insert(string dataset, string key, string columns, string values, string seed, string from)
    {
        string clicks = $"CASE WHEN {seed} % 4 = 0 THEN {seed} % 7 ELSE 0 END";
        string orders = $"CASE WHEN {seed} % 20 = 0 THEN {seed} % 3 ELSE 0 END";
        return $"""
            INSERT INTO performance_facts (
              scope_id, date, campaign_id, detail, {columns}currency, attribution_days, impressions, clicks,
              cost{sql.Money}, sales{sql.Money}, orders, units, sales_14d{sql.Money}, orders_14d, changed_at)
            SELECT s.scope_id, {key}{values}'EUR', 7, {seed} % 97 + 1, NULLIF({clicks}, 0),
              NULLIF({sql.Amount($"({clicks}) * 410000")}, 0), NULLIF({sql.Amount($"({orders}) * 24990000")}, 0),
              NULLIF({orders}, 0), NULLIF({orders}, 0), NULLIF({sql.Amount($"({orders}) * 24990000")}, 0),
              NULLIF({orders}, 0), {sql.Now}
            FROM (SELECT scope_id FROM performance_scopes WHERE dataset = '{dataset}') s, {from}
            """;
    }

    private string Entity(string table, string columns, string values, string condition, string more = "") =>
        $"""
        INSERT INTO {table} (account_id, profile_id, {columns}, source, first_seen_at, last_seen_at, changed_at)
        SELECT {AccountId}, {FirstProfile} + p.i, {values}, 'list', {sql.Now}, {sql.Now}, {sql.Now}
        FROM numbers p, numbers c{more} WHERE p.i < {Profiles} AND {condition}
        """;

    private static string AddScope(string dataset)
    {
        long metrics = Datasets.All.Single(one => one.Id == dataset).Metrics
            .Aggregate(0L, (bits, metric) => bits | (1L << (int)metric));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO performance_scopes (account_id, profile_id, dataset, metrics)
            SELECT {AccountId}, {FirstProfile} + p.i, '{dataset}', {metrics} FROM numbers p WHERE p.i < {Profiles}
            """);
    }
}
