namespace PpcAds.Sdk.Benchmarks.Databases;

/// <summary>
/// The table that <c>performance_records</c> was: columns, types and key as the SDK's migrations made them. Without the trigger:
/// what else one would write has none.
/// </summary>
internal static class WideTable
{
    public const string Name = "wide_records";

    /// <summary>Gets what creates it in PostgreSQL.</summary>
    public const string PostgreSql =
        """
        CREATE TABLE wide_records (
          account_id bigint NOT NULL,
          profile_id bigint NOT NULL,
          dataset character varying(40) NOT NULL,
          date date NOT NULL,
          entity_key character varying(120) COLLATE "C" NOT NULL,
          campaign_id bigint,
          ad_group_id bigint,
          ad_id bigint,
          target_id bigint,
          target_kind text,
          target_text text,
          match_type text,
          search_term text,
          placement text,
          advertised_asin text,
          advertised_sku text,
          purchased_asin text,
          currency character varying(3) NOT NULL,
          attribution_days integer NOT NULL,
          impressions bigint,
          viewable_impressions bigint,
          clicks bigint,
          cost numeric(18,6),
          sales numeric(18,6),
          orders bigint,
          units bigint,
          sales_clicks numeric(18,6),
          orders_clicks bigint,
          units_clicks bigint,
          sales_1d numeric(18,6),
          sales_7d numeric(18,6),
          sales_14d numeric(18,6),
          sales_30d numeric(18,6),
          orders_1d bigint,
          orders_7d bigint,
          orders_14d bigint,
          orders_30d bigint,
          units_1d bigint,
          units_7d bigint,
          units_14d bigint,
          units_30d bigint,
          sales_promoted numeric(18,6),
          extra jsonb,
          changed_at timestamp with time zone NOT NULL,
          row_hash bigint,
          CONSTRAINT "PK_wide_records" PRIMARY KEY (account_id, profile_id, dataset, date, entity_key)
        )
        """;

    /// <summary>Gets what creates it in SQLite.</summary>
    public const string Sqlite =
        """
        CREATE TABLE wide_records (
          account_id INTEGER NOT NULL,
          profile_id INTEGER NOT NULL,
          dataset TEXT NOT NULL,
          date TEXT NOT NULL,
          entity_key TEXT COLLATE BINARY NOT NULL,
          campaign_id INTEGER NULL,
          ad_group_id INTEGER NULL,
          ad_id INTEGER NULL,
          target_id INTEGER NULL,
          target_kind TEXT NULL,
          target_text TEXT NULL,
          match_type TEXT NULL,
          search_term TEXT NULL,
          placement TEXT NULL,
          advertised_asin TEXT NULL,
          advertised_sku TEXT NULL,
          purchased_asin TEXT NULL,
          currency TEXT NOT NULL,
          attribution_days INTEGER NOT NULL,
          impressions INTEGER NULL,
          viewable_impressions INTEGER NULL,
          clicks INTEGER NULL,
          cost AS (cost_micros / 1000000.0),
          sales AS (sales_micros / 1000000.0),
          orders INTEGER NULL,
          units INTEGER NULL,
          sales_clicks AS (sales_clicks_micros / 1000000.0),
          orders_clicks INTEGER NULL,
          units_clicks INTEGER NULL,
          sales_1d AS (sales_1d_micros / 1000000.0),
          sales_7d AS (sales_7d_micros / 1000000.0),
          sales_14d AS (sales_14d_micros / 1000000.0),
          sales_30d AS (sales_30d_micros / 1000000.0),
          orders_1d INTEGER NULL,
          orders_7d INTEGER NULL,
          orders_14d INTEGER NULL,
          orders_30d INTEGER NULL,
          units_1d INTEGER NULL,
          units_7d INTEGER NULL,
          units_14d INTEGER NULL,
          units_30d INTEGER NULL,
          sales_promoted AS (sales_promoted_micros / 1000000.0),
          extra TEXT NULL,
          changed_at INTEGER NOT NULL,
          cost_micros INTEGER NULL,
          sales_14d_micros INTEGER NULL,
          sales_1d_micros INTEGER NULL,
          sales_30d_micros INTEGER NULL,
          sales_7d_micros INTEGER NULL,
          sales_clicks_micros INTEGER NULL,
          sales_micros INTEGER NULL,
          sales_promoted_micros INTEGER NULL,
          CONSTRAINT "PK_wide_records" PRIMARY KEY (account_id, profile_id, dataset, date, entity_key)
        )
        """;
}
