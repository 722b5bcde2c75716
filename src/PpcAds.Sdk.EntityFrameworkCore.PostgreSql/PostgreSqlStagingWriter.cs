using Npgsql;
using NpgsqlTypes;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>
/// Binary COPY into a table without a key, from which each batch is put into the staging table: rows of one day and key are summed there.
/// </summary>
internal sealed class PostgreSqlStagingWriter(NpgsqlConnection connection, StagingTable table) : IStagingWriter
{
    private const string Incoming = "ppc_incoming";
    private const decimal Micros = 1_000_000m;

    private readonly string[] _columns = ["date", "entity_key", .. table.ValueColumns];
    private NpgsqlBinaryImporter? _importer;
    private bool _isCreated;

    public async ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken)
    {
        NpgsqlBinaryImporter importer = _importer ??= await BeginAsync(cancellationToken).ConfigureAwait(false);
        await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(row.Date, NpgsqlDbType.Date, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(row.GetEntityKey(), NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        await WriteAsync(importer, row.CampaignId, cancellationToken).ConfigureAwait(false);
        await WriteAsync(importer, row.AdGroupId, cancellationToken).ConfigureAwait(false);
        await WriteAsync(importer, row.AdId, cancellationToken).ConfigureAwait(false);
        await WriteAsync(importer, row.TargetId, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < table.TextColumns.Count; i++)
        {
            await WriteAsync(importer, row.GetText((PerformanceText)i), cancellationToken).ConfigureAwait(false);
        }

        await importer.WriteAsync(row.CurrencyCode, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        foreach (PerformanceMetric metric in table.Metrics)
        {
            long value = row[metric] ?? 0;
            await (PerformanceMetrics.IsMoney(metric)
                ? importer.WriteAsync(value / Micros, NpgsqlDbType.Numeric, cancellationToken)
                : importer.WriteAsync(value, NpgsqlDbType.Bigint, cancellationToken)).ConfigureAwait(false);
        }
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_importer is not { } importer)
        {
            return;
        }

        _importer = null;
        await using (importer.ConfigureAwait(false))
        {
            await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        // What describes a row is the same in all of its copies; metrics add up.
        string first = string.Join(", ", table.ValueColumns.Except(table.MetricColumns).Select(column => $"MIN({column})"));
        string sums = string.Join(", ", table.MetricColumns.Select(column => $"SUM({column})"));
        string updates = string.Join(", ", table.MetricColumns.Select(column => $"{column} = s.{column} + excluded.{column}"));
        await ExecuteAsync(
            $"INSERT INTO {table.Name} AS s ({string.Join(", ", _columns)}, copies) SELECT date, entity_key, {first}, {sums}, COUNT(*) FROM {Incoming} "
            + $"GROUP BY date, entity_key ON CONFLICT (date, entity_key) DO UPDATE SET {updates}, copies = s.copies + excluded.copies; TRUNCATE {Incoming}",
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_importer is { } importer)
        {
            // Not completed: what was sent is thrown away.
            await importer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<NpgsqlBinaryImporter> BeginAsync(CancellationToken cancellationToken)
    {
        if (!_isCreated)
        {
            await ExecuteAsync($"DROP TABLE IF EXISTS {Incoming}; CREATE TEMPORARY TABLE {Incoming} (LIKE {table.Name})", cancellationToken).ConfigureAwait(false);
            await ExecuteAsync($"ALTER TABLE {Incoming} DROP COLUMN copies", cancellationToken).ConfigureAwait(false);
            _isCreated = true;
        }

        return await connection.BeginBinaryImportAsync($"COPY {Incoming} ({string.Join(", ", _columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Made of our own names.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter importer, long? value, CancellationToken cancellationToken) =>
        value is { } id ? importer.WriteAsync(id, NpgsqlDbType.Bigint, cancellationToken) : importer.WriteNullAsync(cancellationToken);

    private static Task WriteAsync(NpgsqlBinaryImporter importer, string? value, CancellationToken cancellationToken) =>
        value is not null ? importer.WriteAsync(value, NpgsqlDbType.Text, cancellationToken) : importer.WriteNullAsync(cancellationToken);
}
