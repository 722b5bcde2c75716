using System.Data.Common;
using System.Globalization;
using PpcAds.Sdk;
using PpcAds.Sdk.Etl;
using QuickStart.Store;

namespace QuickStart.Loaded;

/// <summary>What is in the database, read by SQL as anybody would: nothing of the SDK stands between.</summary>
internal sealed class LoadedData(IStore store, AccountId accountId)
{
    /// <summary>The datasets whose rows are campaigns: one for each product, so that nothing is counted twice.</summary>
    private static readonly string Campaigns =
        $"'{Datasets.SpCampaign.Id}', '{Datasets.SbCampaign.Id}', '{Datasets.SdCampaign.Id}'";

    /// <summary>When the newest figures were taken; null when there is none.</summary>
    public static DateTimeOffset? FindNewestGeneration(IStore store)
    {
        if (!store.Exists())
        {
            return null;
        }

        try
        {
            using DbConnection connection = store.Open();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = "SELECT MAX(report_generated_at) FROM performance_days";
            using DbDataReader reader = command.ExecuteReader();
            return reader.Read() && !reader.IsDBNull(0) ? store.ReadInstant(reader, 0) : null;
        }
        catch (DbException)
        {
            // A database without our tables; they are made next.
            return null;
        }
    }

    public Ledger ReadLedger() => new(Query(
        "SELECT d.profile_id, p.time_zone, d.dataset, d.date, d.report_generated_at, d.rows FROM performance_days d "
        + "JOIN ppc_profiles p ON p.account_id = d.account_id AND p.profile_id = d.profile_id WHERE d.account_id = @account",
        reader => new LedgerDay(
            reader.GetInt64(0),
            reader.GetString(1),
            reader.GetString(2),
            store.ReadDay(reader, 3),
            store.ReadInstant(reader, 4),
            reader.GetInt64(5))));

    /// <summary>How many entities the lists of Amazon had; of some profiles and products only where they are given.</summary>
    public long Count(string table, IReadOnlySet<long>? profiles = null, IReadOnlySet<string>? products = null) => Query(
        $"SELECT COUNT(*) FROM {table} WHERE account_id = @account AND source = 'list'{In(profiles)}"
        + (products is null ? "" : $" AND ad_product IN ('{string.Join("', '", products)}')"),
        reader => reader.GetInt64(0))[0];

    /// <summary>How many rows of performance there are, and how many datasets they belong to.</summary>
    public (long Rows, long Datasets) CountRows() => Query(
        "SELECT COUNT(*), COUNT(DISTINCT dataset) FROM performance_records WHERE account_id = @account",
        reader => (reader.GetInt64(0), reader.GetInt64(1)))[0];

    /// <summary>What the campaigns of each product spent, by currency.</summary>
    public List<LoadedSpend> ReadSpend() => Query(
        $"SELECT currency, dataset, {store.Sum("cost")} FROM performance_records "
        + $"WHERE account_id = @account AND dataset IN ({Campaigns}) GROUP BY currency, dataset ORDER BY currency",
        reader => new LoadedSpend(reader.GetString(0), Datasets.Get(reader.GetString(1)).AdProduct, store.ReadMoney(reader, 2)));

    public List<LoadedSums> Sum(string dataset, IReadOnlySet<long>? profiles) => Query(
        "SELECT currency, COUNT(*), COALESCE(SUM(impressions), 0), COALESCE(SUM(clicks), 0), "
        + $"{store.Sum("cost")}, {store.Sum("sales")} FROM performance_records "
        + $"WHERE account_id = @account AND dataset = '{dataset}'{In(profiles)} GROUP BY currency ORDER BY currency",
        reader => new LoadedSums(
            reader.GetString(0),
            reader.GetInt64(1),
            Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture),
            Convert.ToInt64(reader.GetValue(3), CultureInfo.InvariantCulture),
            store.ReadMoney(reader, 4),
            store.ReadMoney(reader, 5)));

    /// <summary>Spend and sales of the campaigns of all products, by currency and day.</summary>
    public List<LoadedDay> ReadDays() => Query(
        $"SELECT currency, date, {store.Sum("cost")}, {store.Sum("sales")} FROM performance_records "
        + $"WHERE account_id = @account AND dataset IN ({Campaigns}) GROUP BY currency, date ORDER BY currency, date",
        reader => new LoadedDay(
            reader.GetString(0), store.ReadDay(reader, 1), store.ReadMoney(reader, 2), store.ReadMoney(reader, 3)));

    /// <summary>Straight from the campaigns: their sums stand on them.</summary>
    public List<LoadedCampaign> ReadTopCampaigns() => Query(
        $"""
        SELECT currency, name, {store.Money("cost_total")}, acos_total
        FROM (
          SELECT c.*, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY {store.Money("cost_total")} DESC) AS place
          FROM ppc_campaigns c
          WHERE account_id = @account AND currency IS NOT NULL AND cost_total IS NOT NULL) AS places
        WHERE place <= 5
        ORDER BY currency, place
        """,
        reader => new LoadedCampaign(
            reader.GetString(0),
            reader.IsDBNull(1) ? "(not listed)" : reader.GetString(1),
            store.ReadMoney(reader, 2),
            reader.IsDBNull(3) ? null : Convert.ToDouble(reader.GetValue(3), CultureInfo.InvariantCulture)));

    public long CountWrongAggregates() => Query(
        $"""
        SELECT COUNT(*) FROM (SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN performance_records r
          ON (r.account_id, r.profile_id, r.campaign_id) = (c.account_id, c.profile_id, c.campaign_id)
         AND r.dataset = CASE c.ad_product WHEN 'SPONSORED_PRODUCTS' THEN 'sp' WHEN 'SPONSORED_BRANDS' THEN 'sb' ELSE 'sd' END || '.campaign'
        WHERE c.account_id = @account
        GROUP BY c.account_id, c.profile_id, c.campaign_id, c.as_of, c.{store.Money("cost_total")}, c.{store.Money("cost_30d")}
        HAVING coalesce(sum(r.{store.Money("cost")}), 0) <> coalesce(c.{store.Money("cost_total")}, 0)
            OR coalesce(
                 sum(r.{store.Money("cost")}) FILTER (WHERE r.date BETWEEN {store.DaysBefore("c.as_of", 29)} AND c.as_of),
                 0)
               <> coalesce(c.{store.Money("cost_30d")}, 0)) AS wrong
        """,
        reader => reader.GetInt64(0))[0];

    public long CountOrphans() => Query(
        "SELECT COUNT(*) FROM ppc_campaigns c LEFT JOIN ppc_profiles p ON p.account_id = c.account_id AND p.profile_id = c.profile_id "
        + "LEFT JOIN ppc_accounts a ON a.account_id = p.account_id WHERE c.account_id = @account AND a.account_id IS NULL",
        reader => reader.GetInt64(0))[0];

    private static string In(IReadOnlySet<long>? profiles) =>
        profiles is null ? "" : $" AND profile_id IN ({string.Join(", ", profiles)})";

    private List<T> Query<T>(string sql, Func<DbDataReader, T> read)
    {
        using DbConnection connection = store.Open();
        using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and numbers of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        DbParameter account = command.CreateParameter();
        account.ParameterName = "@account";
        account.Value = accountId.Value;
        command.Parameters.Add(account);
        using DbDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
