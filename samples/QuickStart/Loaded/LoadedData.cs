using System.Globalization;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk;
using PpcAds.Sdk.Etl;

namespace QuickStart.Loaded;

/// <summary>What is in the file, read by SQL as anybody would: nothing of the SDK stands between.</summary>
internal sealed class LoadedData(string database, AccountId accountId)
{
    private const decimal Micros = 1_000_000m;

    /// <summary>The datasets whose rows are campaigns: one for each product, so that nothing is counted twice.</summary>
    private static readonly string Campaigns =
        $"'{Datasets.SpCampaign.Id}', '{Datasets.SbCampaign.Id}', '{Datasets.SdCampaign.Id}'";

    /// <summary>When the newest figures in a file were taken; null when there is none.</summary>
    public static DateTimeOffset? FindNewestGeneration(string database)
    {
        if (!File.Exists(database))
        {
            return null;
        }

        try
        {
            using SqliteConnection connection = Open(database);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT MAX(report_generated_at) FROM performance_days";
            return command.ExecuteScalar() is long microseconds ? Instant(microseconds) : null;
        }
        catch (SqliteException)
        {
            // A file without our tables; they are made next.
            return null;
        }
    }

    public Ledger ReadLedger() => new(Query(
        "SELECT d.profile_id, p.time_zone, d.dataset, d.date, d.report_generated_at, d.rows FROM performance_days d "
        + "JOIN ppc_profiles p ON p.account_id = d.account_id AND p.profile_id = d.profile_id WHERE d.account_id = @account",
        reader => new LedgerDay(
            reader.GetInt64(0), reader.GetString(1), reader.GetString(2), Day(reader.GetString(3)), Instant(reader.GetInt64(4)), reader.GetInt64(5))));

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
        "SELECT currency, dataset, SUM(cost_micros) FROM performance_records "
        + $"WHERE account_id = @account AND dataset IN ({Campaigns}) GROUP BY currency, dataset ORDER BY currency",
        reader => new LoadedSpend(reader.GetString(0), Datasets.Get(reader.GetString(1)).AdProduct, reader.GetInt64(2) / Micros));

    public List<LoadedSums> Sum(string dataset, IReadOnlySet<long>? profiles) => Query(
        "SELECT currency, COUNT(*), COALESCE(SUM(impressions), 0), COALESCE(SUM(clicks), 0), COALESCE(SUM(cost_micros), 0), COALESCE(SUM(sales_micros), 0) FROM performance_records "
        + $"WHERE account_id = @account AND dataset = '{dataset}'{In(profiles)} GROUP BY currency ORDER BY currency",
        reader => new LoadedSums(
            reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4) / Micros, reader.GetInt64(5) / Micros));

    /// <summary>Spend and sales of the campaigns of all products, by currency and day.</summary>
    public List<LoadedDay> ReadDays() => Query(
        "SELECT currency, date, SUM(cost_micros), SUM(sales_micros) FROM performance_records "
        + $"WHERE account_id = @account AND dataset IN ({Campaigns}) GROUP BY currency, date ORDER BY currency, date",
        reader => new LoadedDay(reader.GetString(0), Day(reader.GetString(1)), reader.GetInt64(2) / Micros, reader.GetInt64(3) / Micros));

    /// <summary>Straight from the campaigns: their sums stand on them.</summary>
    public List<LoadedCampaign> ReadTopCampaigns() => Query(
        "SELECT currency, name, cost_total_micros, acos_total FROM (SELECT c.*, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY cost_total_micros DESC) AS place "
        + "FROM ppc_campaigns c WHERE account_id = @account AND currency IS NOT NULL) WHERE place <= 5 ORDER BY currency, place",
        reader => new LoadedCampaign(
            reader.GetString(0), reader.IsDBNull(1) ? "(not listed)" : reader.GetString(1), reader.GetInt64(2) / Micros, reader.IsDBNull(3) ? null : reader.GetDouble(3)));

    public long CountWrongAggregates() => Query(
        """
        SELECT COUNT(*) FROM (SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN performance_records r
          ON (r.account_id, r.profile_id, r.campaign_id) = (c.account_id, c.profile_id, c.campaign_id)
         AND r.dataset = CASE c.ad_product WHEN 'SPONSORED_PRODUCTS' THEN 'sp' WHEN 'SPONSORED_BRANDS' THEN 'sb' ELSE 'sd' END || '.campaign'
        WHERE c.account_id = @account
        GROUP BY c.account_id, c.profile_id, c.campaign_id, c.as_of, c.cost_total_micros, c.cost_30d_micros
        HAVING coalesce(sum(r.cost_micros), 0) <> coalesce(c.cost_total_micros, 0)
            OR coalesce(sum(r.cost_micros) FILTER (WHERE r.date BETWEEN date(c.as_of, '-29 days') AND c.as_of), 0) <> coalesce(c.cost_30d_micros, 0))
        """,
        reader => reader.GetInt64(0))[0];

    public long CountOrphans() => Query(
        "SELECT COUNT(*) FROM ppc_campaigns c LEFT JOIN ppc_profiles p ON p.account_id = c.account_id AND p.profile_id = c.profile_id "
        + "LEFT JOIN ppc_accounts a ON a.account_id = p.account_id WHERE c.account_id = @account AND a.account_id IS NULL",
        reader => reader.GetInt64(0))[0];

    private static string In(IReadOnlySet<long>? profiles) =>
        profiles is null ? "" : $" AND profile_id IN ({string.Join(", ", profiles)})";

    private static SqliteConnection Open(string database)
    {
        // Not pooled: the last connection that closes must be one that may write, to move everything into the one file.
        var text = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var connection = new SqliteConnection(text.ConnectionString);
        connection.Open();
        return connection;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using SqliteConnection connection = Open(database);
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and numbers of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@account", accountId.Value);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
