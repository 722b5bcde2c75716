using System.Globalization;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Sqlite;

/// <summary>The limit: one prepared insert for each of rows that stand ready in memory, in one transaction, with the SDK's settings of the file.</summary>
internal sealed class PreparedInsert(RunRequest request) : SqliteTechnique(request)
{
    private const int FirstMetric = 13;

    private static readonly string[] Columns =
    [
        "account_id", "profile_id", "dataset", "date", "entity_key", "campaign_id", "ad_group_id", "target_id", "target_kind", "target_text",
        "match_type", "currency", "attribution_days",
        .. ReportMetrics.Stored.Select(stored => ReportMetrics.IsMoney(stored.Metric) ? stored.Column + "_micros" : stored.Column), "changed_at",
    ];

    private readonly List<ReadyRow> _rows = [];

    protected override bool KeepsSums => false;

    public override Task WarmUpAsync(int pass, CancellationToken cancellationToken)
    {
        Fill(WarmFiles.OpenSource());
        return InsertAsync(WarmConnectionString, WarmProfileId(pass), cancellationToken);
    }

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        Fill(Files.OpenSource());
        return Task.CompletedTask;
    }

    public override Task RunAsync(CancellationToken cancellationToken) => InsertAsync(ConnectionString, ReportSource.ProfileId, cancellationToken);

    private void Fill(ReportSource source)
    {
        _rows.Clear();
        _rows.AddRange(source.Read(0).Select(row => new ReadyRow(row)));
    }

    private async Task InsertAsync(string connectionString, long profileId, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using SqliteCommand settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL";
        await settings.ExecuteNonQueryAsync(cancellationToken);
        await using SqliteTransaction transaction = connection.BeginTransaction();
        await using SqliteCommand insert = connection.CreateCommand();
        insert.Transaction = transaction;
#pragma warning disable CA2100 // Names of our own.
        insert.CommandText = $"INSERT INTO performance_records ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        SqliteParameterCollection parameters = insert.Parameters;
        for (int i = 0; i < Columns.Length; i++)
        {
            parameters.Add(new SqliteParameter($"@p{i}", SqliteTypeOf(i)));
        }

        parameters[0].Value = InputFiles.AccountId;
        parameters[1].Value = profileId;
        parameters[2].Value = "sp.target";
        parameters[11].Value = ReportSource.Currency;
        parameters[12].Value = (long)ReportSource.AttributionDays;
        parameters[Columns.Length - 1].Value = (ReportSource.LastDay.DayNumber + 1L - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 24 * 60 * 60 * 1_000_000;
        insert.Prepare();
        foreach (ReadyRow row in _rows)
        {
            parameters[3].Value = row.Date;
            parameters[4].Value = row.Target.EntityKey;
            parameters[5].Value = row.Target.CampaignId;
            parameters[6].Value = row.Target.AdGroupId;
            parameters[7].Value = row.Target.TargetId;
            parameters[8].Value = row.Target.Kind;
            parameters[9].Value = row.Target.Targeting;
            parameters[10].Value = row.Target.MatchType;
            for (int i = 0; i < row.Metrics.Length; i++)
            {
                parameters[FirstMetric + i].Value = row.Metrics[i];
            }

            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static SqliteType SqliteTypeOf(int column) => column is 2 or 3 or 4 or (>= 8 and <= 11) ? SqliteType.Text : SqliteType.Integer;

    private sealed class ReadyRow(ReportRow row)
    {
        public string Date { get; } = row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public TargetFacts Target { get; } = row.Target;

        /// <summary>In the order of the columns; money in millionths.</summary>
        public long[] Metrics { get; } =
            [.. ReportMetrics.Stored.Select(stored => row.Values[stored.Metric] * (ReportMetrics.IsMoney(stored.Metric) ? 10_000 : 1))];
    }
}
