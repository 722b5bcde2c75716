using Microsoft.Data.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>One prepared insert into the temporary table, which is nobody else's: no lock on the database is taken.</summary>
internal sealed class SqliteStagingWriter : IStagingWriter
{
    private readonly SqliteCommand _insert;
    private readonly StagingTable _table;
    private readonly SqliteDialect _dialect;
    private readonly int _firstText;
    private readonly int _currency;
    private readonly int _firstMetric;
    private SqliteTransaction? _transaction;

    public SqliteStagingWriter(SqliteConnection connection, StagingTable table, SqliteDialect dialect)
    {
        _table = table;
        _dialect = dialect;
        string[] columns = ["date", "entity_key", .. table.ValueColumns];
        _firstText = 2 + table.IdColumns.Count;
        _currency = _firstText + table.TextColumns.Count;
        _firstMetric = _currency + 1;
        string sums = string.Join(", ", table.MetricColumns.Select(column => $"{column} = {column} + excluded.{column}"));
        _insert = connection.CreateCommand();
#pragma warning disable CA2100 // Made of our own names; values are parameters.
        _insert.CommandText = $"INSERT INTO temp.{table.Name} ({string.Join(", ", columns)}, copies) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))}, 1) "
            + $"ON CONFLICT (date, entity_key) DO UPDATE SET {sums}, copies = copies + 1";
#pragma warning restore CA2100
        for (int i = 0; i < columns.Length; i++)
        {
            _insert.Parameters.Add(new SqliteParameter($"@p{i}", null));
        }
    }

    public async ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken)
    {
        if (_transaction is null)
        {
            _transaction = _insert.Connection!.BeginTransaction(deferred: true);
            _insert.Transaction = _transaction;
        }

        SqliteParameterCollection parameters = _insert.Parameters;
        parameters[0].Value = _dialect.DateValue(row.Date);
        parameters[1].Value = row.GetEntityKey();
        parameters[2].Value = (object?)row.CampaignId ?? DBNull.Value;
        parameters[3].Value = (object?)row.AdGroupId ?? DBNull.Value;
        parameters[4].Value = (object?)row.AdId ?? DBNull.Value;
        parameters[5].Value = (object?)row.TargetId ?? DBNull.Value;
        for (int i = 0; i < _table.TextColumns.Count; i++)
        {
            parameters[_firstText + i].Value = (object?)row.GetText((PerformanceText)i) ?? DBNull.Value;
        }

        parameters[_currency].Value = row.CurrencyCode;
        for (int i = 0; i < _table.Metrics.Count; i++)
        {
            parameters[_firstMetric + i].Value = row[_table.Metrics[i]] ?? 0;
        }

        await _insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_transaction is { } transaction)
        {
            _transaction = null;
            _insert.Transaction = null;
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is { } transaction)
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
        }

        await _insert.DisposeAsync().ConfigureAwait(false);
    }
}
