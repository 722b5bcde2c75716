using System.Globalization;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Sqlite;

/// <summary>
/// One prepared insert for each of wide rows that stand ready in memory, in one transaction, with the SDK's settings of the file.
/// </summary>
internal sealed class PreparedInsert(RunRequest request) : SqliteTechnique(request)
{
    private static readonly string[] Texts =
        ["dataset", "date", "entity_key", "target_kind", "target_text", "match_type", "currency", "search_term"];

    private readonly List<ReadyRow> _rows = [];

    // The search term last, and only where there is one: a null is not bound a million times.
    private readonly string[] _columns =
    [
        "account_id", "profile_id", "dataset", "currency", "attribution_days", "changed_at",
        "date", "entity_key", "campaign_id", "ad_group_id", "target_id", "target_kind", "target_text", "match_type",
        .. ReportMetrics.Stored.Select(stored => stored.Column + (ReportMetrics.IsMoney(stored.Metric) ? "_micros" : "")),
        .. request.IsSparse ? (string[])["search_term"] : [],
    ];

    protected override string Table => WideTable.Name;

    protected override bool KeepsSums => false;

    public override Task WarmUpAsync(int pass, CancellationToken cancellationToken)
    {
        Fill(WarmFiles.OpenSource());
        return InsertAsync(WarmConnectionString, WarmProfileId(pass), cancellationToken);
    }

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        Fill(Files.OpenSource());
        return base.PrepareAsync(cancellationToken);
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
        await using SqliteCommand insert = Prepare(connection, transaction);
        Insert(insert, profileId);
        await transaction.CommitAsync(cancellationToken);
    }

    private SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction)
    {
        SqliteCommand insert = connection.CreateCommand();
        insert.Transaction = transaction;
#pragma warning disable CA2100 // Names of our own.
        insert.CommandText = $"""
            INSERT INTO {WideTable.Name} ({string.Join(", ", _columns)})
            VALUES ({string.Join(", ", _columns.Select((_, i) => $"@p{i}"))})
            """;
#pragma warning restore CA2100
        for (int i = 0; i < _columns.Length; i++)
        {
            SqliteType type = Texts.Contains(_columns[i]) ? SqliteType.Text : SqliteType.Integer;
            insert.Parameters.Add(new SqliteParameter($"@p{i}", type));
        }

        return insert;
    }

    private void Insert(SqliteCommand insert, long profileId)
    {
        SqliteParameterCollection parameters = insert.Parameters;
        parameters[0].Value = InputFiles.AccountId;
        parameters[1].Value = profileId;
        parameters[2].Value = Dataset.Id;
        parameters[3].Value = ReportSource.Currency;
        parameters[4].Value = (long)ReportSource.AttributionDays;
        long days = ReportSource.LastDay.DayNumber + 1L - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        parameters[5].Value = days * 24 * 60 * 60 * 1_000_000;
        const int First = 6;
        insert.Prepare();
        foreach (ReadyRow row in _rows)
        {
            parameters[First].Value = row.Date;
            parameters[First + 1].Value = row.Key;
            parameters[First + 2].Value = row.Target.CampaignId;
            parameters[First + 3].Value = row.Target.AdGroupId;
            parameters[First + 4].Value = row.Target.TargetId;
            parameters[First + 5].Value = row.Target.Kind;
            parameters[First + 6].Value = row.Target.Targeting;
            parameters[First + 7].Value = row.Target.MatchType;
            for (int i = 0; i < row.Metrics.Length; i++)
            {
                parameters[First + 8 + i].Value = row.Metrics[i];
            }

            if (row.SearchTerm is { } term)
            {
                parameters[_columns.Length - 1].Value = term;
            }

            insert.ExecuteNonQuery();
        }
    }

    private sealed class ReadyRow(ReportRow row)
    {
        public string Date { get; } = row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public string Key { get; } = WideRow.KeyOf(row.Target.Key, row.Target.MatchType, row.SearchTerm);

        public TargetFacts Target { get; } = row.Target;

        public string? SearchTerm { get; } = row.SearchTerm;

        /// <summary>In the order of the columns; money in millionths.</summary>
        public long[] Metrics { get; } =
            [.. ReportMetrics.Stored.Select(stored => row.Values[stored.Metric] * (ReportMetrics.IsMoney(stored.Metric) ? 10_000 : 1))];
    }
}
