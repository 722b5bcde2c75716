using PpcAds.Sdk.Benchmarks.Input;

namespace PpcAds.Sdk.Benchmarks.Databases;

/// <summary>The SDK's own table in PostgreSQL, whose columns <see cref="FactsRow"/> fills.</summary>
internal static class FactsTable
{
    /// <summary>
    /// Gets what creates it where the SDK's migrations did not: the raw COPY of the SDK's own rows can then be measured before
    /// the SDK has such a table.
    /// </summary>
    public const string PostgreSqlIfMissing =
        $"""
        CREATE TABLE IF NOT EXISTS {FactsRow.Table} (
          scope_id integer NOT NULL,
          date date NOT NULL,
          campaign_id bigint NOT NULL,
          detail uuid NOT NULL,
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
          currency text NOT NULL,
          attribution_days smallint NOT NULL,
          impressions integer,
          clicks integer,
          cost numeric(18,6),
          sales numeric(18,6),
          orders integer,
          units integer,
          sales_1d numeric(18,6),
          sales_7d numeric(18,6),
          sales_14d numeric(18,6),
          sales_30d numeric(18,6),
          orders_1d integer,
          orders_7d integer,
          orders_14d integer,
          orders_30d integer,
          units_1d integer,
          units_7d integer,
          units_14d integer,
          units_30d integer,
          sales_promoted numeric(18,6),
          changed_at timestamp with time zone,
          row_hash bigint,
          PRIMARY KEY (scope_id, date, campaign_id, detail)
        )
        """;
}
