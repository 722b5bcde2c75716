namespace PpcAds.Sdk.Dashboard.Tests.Files;

/// <summary>
/// The tables as someone with the database alone would query them: by the view of records and the tables of entities, in SQL that
/// both databases know.
/// </summary>
internal static class TableStatement
{
    /// <summary>The columns of the result, in the order of the file as far as it has them.</summary>
    public const string Columns =
        """
        x.account_id, x.profile_id, p.name AS profile, p.country_code AS country, x.ad_product, x.campaign_id, c.name AS campaign,
        x.ad_group_id, g.name AS ad_group, x.target_id, x.target_kind, x.target, x.match_type, x.ad_id, x.sku, x.name, x.state,
        x.budget, x.bid, x.impressions, x.clicks, x.cost, x.orders, x.units, x.sales, x.p_cost, x.p_orders, x.p_sales
        """;

    private const string Figures = "s.impressions, s.clicks, s.cost, s.orders, s.units, s.sales, s.p_cost, s.p_orders, s.p_sales";

    /// <summary>The statement of a table.</summary>
    /// <param name="question">The table.</param>
    /// <param name="millionths">How the database has an amount of a record as millionths.</param>
    public static string Of(TableQuestion question, Func<string, string> millionths) =>
        $"""
        WITH sums AS (
          {Sums(question, millionths)}),
        t AS (
          {Rows(question.Path)})
        SELECT * FROM (
          SELECT
            {Columns},
            (SELECT COUNT(*)
             FROM performance_days d
             WHERE d.account_id = x.account_id AND d.profile_id = x.profile_id
               AND d.dataset = CASE x.ad_product
                 WHEN 'SPONSORED_PRODUCTS' THEN 'sp' WHEN 'SPONSORED_BRANDS' THEN 'sb' ELSE 'sd' END || '.{question.Grain}'
               AND d.date BETWEEN '{question.From:yyyy-MM-dd}' AND '{question.To:yyyy-MM-dd}'
               AND (d.state <> 'unproven' OR d.rows > 0)) AS days_loaded
          FROM t x
          JOIN ppc_profiles p ON p.account_id = x.account_id AND p.profile_id = x.profile_id
          LEFT JOIN ppc_campaigns c ON c.account_id = x.account_id AND c.profile_id = x.profile_id
            AND c.ad_product = x.ad_product AND c.campaign_id = x.campaign_id
          LEFT JOIN ppc_ad_groups g ON g.account_id = x.account_id AND g.profile_id = x.profile_id
            AND g.ad_product = x.ad_product AND g.ad_group_id = x.ad_group_id
          WHERE (x.is_known = 1 AND (x.rows_now IS NOT NULL OR p.currency = '{question.Currency}'))
            OR (x.is_known = 0 AND x.rows_now > 0)) y
        WHERE {question.Condition}
        """;

    private static string Sums(TableQuestion question, Func<string, string> millionths)
    {
        string now = $"r.date BETWEEN '{question.From:yyyy-MM-dd}' AND '{question.To:yyyy-MM-dd}'";
        string before = question.HasPrevious
            ? $"r.date BETWEEN '{question.PreviousFrom:yyyy-MM-dd}' AND '{question.PreviousTo:yyyy-MM-dd}'"
            : "1 = 0";
        string Now(string column) => $"SUM(CASE WHEN {now} THEN COALESCE({column}, 0) ELSE 0 END)";
        string Before(string column) => $"SUM(CASE WHEN {before} THEN COALESCE({column}, 0) ELSE 0 END)";
        string Text(string column) => $"MAX(CASE WHEN {now} THEN r.{column} END) AS {column}";
        return $"""
            SELECT
              r.account_id, r.profile_id, r.entity_key,
              CASE substr(r.dataset, 1, 2)
                WHEN 'sp' THEN 'SPONSORED_PRODUCTS' WHEN 'sb' THEN 'SPONSORED_BRANDS' ELSE 'SPONSORED_DISPLAY'
              END AS ad_product,
              MAX(r.campaign_id) AS campaign_id, MAX(r.ad_group_id) AS ad_group_id, MAX(r.target_id) AS target_id,
              MAX(r.ad_id) AS ad_id, MAX(CASE WHEN r.target_kind = 'keyword' THEN 0 ELSE 1 END) AS is_other,
              {Text("target_kind")}, {Text("target_text")}, {Text("match_type")}, {Text("search_term")}, {Text("placement")},
              {Text("advertised_asin")}, {Text("advertised_sku")},
              COUNT(CASE WHEN {now} THEN 1 END) AS rows_now,
              {Now("r.impressions")} AS impressions, {Now("r.clicks")} AS clicks, {Now(millionths("cost"))} AS cost,
              {Now("r.orders")} AS orders, {Now("r.units")} AS units, {Now(millionths("sales"))} AS sales,
              {Before(millionths("cost"))} AS p_cost, {Before("r.orders")} AS p_orders, {Before(millionths("sales"))} AS p_sales
            FROM performance_records r
            WHERE r.dataset IN ('sp.{question.Grain}', 'sb.{question.Grain}', 'sd.{question.Grain}')
              AND r.currency = '{question.Currency}'
              AND ({now} OR {before})
            GROUP BY r.account_id, r.profile_id, r.dataset, r.entity_key
            """;
    }

    private static string Rows(string path) => path switch
    {
        "campaigns" => $"""
            SELECT
              COALESCE(s.account_id, e.account_id) AS account_id, COALESCE(s.profile_id, e.profile_id) AS profile_id,
              COALESCE(s.ad_product, e.ad_product) AS ad_product, COALESCE(s.campaign_id, e.campaign_id) AS campaign_id,
              CAST(NULL AS bigint) AS ad_group_id, CAST(NULL AS bigint) AS target_id, CAST(NULL AS text) AS target_kind,
              CAST(NULL AS text) AS target, CAST(NULL AS text) AS match_type, CAST(NULL AS bigint) AS ad_id,
              CAST(NULL AS text) AS sku, e.name, e.state, e.budget, CAST(NULL AS numeric) AS bid,
              CASE WHEN e.campaign_id IS NULL THEN 0 ELSE 1 END AS is_known, s.rows_now, {Figures}
            FROM ppc_campaigns e
            FULL JOIN sums s ON s.account_id = e.account_id AND s.profile_id = e.profile_id AND s.ad_product = e.ad_product
              AND s.campaign_id = e.campaign_id
            """,
        "ad-groups" => $"""
            SELECT
              COALESCE(s.account_id, e.account_id) AS account_id, COALESCE(s.profile_id, e.profile_id) AS profile_id,
              COALESCE(s.ad_product, e.ad_product) AS ad_product, COALESCE(s.campaign_id, e.campaign_id) AS campaign_id,
              COALESCE(s.ad_group_id, e.ad_group_id) AS ad_group_id, CAST(NULL AS bigint) AS target_id,
              CAST(NULL AS text) AS target_kind, CAST(NULL AS text) AS target, CAST(NULL AS text) AS match_type,
              CAST(NULL AS bigint) AS ad_id, CAST(NULL AS text) AS sku, e.name, e.state, CAST(NULL AS numeric) AS budget,
              e.default_bid AS bid, CASE WHEN e.ad_group_id IS NULL THEN 0 ELSE 1 END AS is_known, s.rows_now, {Figures}
            FROM ppc_ad_groups e
            FULL JOIN sums s ON s.account_id = e.account_id AND s.profile_id = e.profile_id AND s.ad_product = e.ad_product
              AND s.ad_group_id = e.ad_group_id
            """,
        "keywords" => $"""
            SELECT
              COALESCE(s.account_id, e.account_id) AS account_id, COALESCE(s.profile_id, e.profile_id) AS profile_id,
              COALESCE(s.ad_product, e.ad_product) AS ad_product, COALESCE(s.campaign_id, e.campaign_id) AS campaign_id,
              COALESCE(s.ad_group_id, e.ad_group_id) AS ad_group_id, COALESCE(s.target_id, e.id) AS target_id,
              COALESCE(s.target_kind, e.kind) AS target_kind, COALESCE(s.target_text, e.text) AS target,
              COALESCE(s.match_type, e.match_type) AS match_type, CAST(NULL AS bigint) AS ad_id, CAST(NULL AS text) AS sku,
              COALESCE(s.target_text, e.text) AS name, e.state, CAST(NULL AS numeric) AS budget, e.bid,
              CASE WHEN e.id IS NULL THEN 0 ELSE 1 END AS is_known, s.rows_now, {Figures}
            FROM (
              SELECT
                account_id, profile_id, ad_product, campaign_id, ad_group_id, keyword_id AS id, 0 AS is_other,
                'keyword' AS kind, keyword_text AS text, match_type, state, bid
              FROM ppc_keywords
              UNION ALL
              SELECT
                account_id, profile_id, ad_product, campaign_id, ad_group_id, target_id, 1, target_kind, expression_type,
                NULL, state, bid
              FROM ppc_targets) e
            FULL JOIN sums s ON s.account_id = e.account_id AND s.profile_id = e.profile_id AND s.ad_product = e.ad_product
              AND s.target_id = e.id AND s.is_other = e.is_other
            """,
        "search-terms" => OfRecords("s.target_id, s.target_kind, s.target_text", "s.match_type", "NULL", "s.search_term"),
        "placements" => OfRecords("NULL, NULL, NULL", "NULL", "NULL", "s.placement"),
        _ => OfRecords("NULL, NULL, NULL", "NULL", "s.advertised_sku", "s.advertised_asin"),
    };

    /// <summary>What a report names and no list has: it has the state of its campaign.</summary>
    private static string OfRecords(string target, string matchType, string sku, string name)
    {
        string[] targets = target.Split(", ");
        return $"""
            SELECT
              s.account_id, s.profile_id, s.ad_product, s.campaign_id, s.ad_group_id,
              CAST({targets[0]} AS bigint) AS target_id, CAST({targets[1]} AS text) AS target_kind,
              CAST({targets[2]} AS text) AS target, CAST({matchType} AS text) AS match_type, s.ad_id,
              CAST({sku} AS text) AS sku, {name} AS name, e.state, CAST(NULL AS numeric) AS budget,
              CAST(NULL AS numeric) AS bid, 0 AS is_known, s.rows_now, {Figures}
            FROM sums s
            LEFT JOIN ppc_campaigns e ON e.account_id = s.account_id AND e.profile_id = s.profile_id
              AND e.ad_product = s.ad_product AND e.campaign_id = s.campaign_id
            """;
    }
}
