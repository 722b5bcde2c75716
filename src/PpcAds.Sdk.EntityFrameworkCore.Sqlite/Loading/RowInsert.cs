using System.Globalization;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using SQLitePCL;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite.Loading;

/// <summary>
/// One prepared insert, bound from a row's own bytes through SQLite's own interface: a driver's parameters would make an object
/// of each value, and take half as long again. Rows that come twice are summed by the table's key.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly PerformanceMetric[] _metrics;
    private readonly int _texts;
    private readonly bool _holdsSums;
    private readonly byte[] _dateText = new byte[10];
    private DateOnly _date;

    /// <param name="connection">The connection.</param>
    /// <param name="table">The table with its schema.</param>
    /// <param name="rows">What rows are made of.</param>
    /// <param name="constants">The columns that are the same in each row, with their values as SQL.</param>
    /// <param name="key">The columns of the table's key.</param>
    /// <param name="onTwice">What else happens to a row that is there already, as SQL; or empty.</param>
    public RowInsert(
        SqliteConnection connection,
        string table,
        StagingTable rows,
        IReadOnlyList<(string Column, string Value)> constants,
        string key,
        string onTwice)
    {
        _database = connection.Handle!;
        _metrics = [.. rows.Metrics];
        _texts = rows.TextColumns.Count;
        _holdsSums = rows.HoldsSums;
        string columns = string.Join(", ", rows.RowColumns.Concat(constants.Select(constant => constant.Column)));
        string values = string.Join(
            ", ", rows.RowColumns.Select((_, i) => $"?{i + 1}").Concat(constants.Select(constant => constant.Value)));
        string sums = string.Join(
            ",\n  ",
            rows.MetricColumns.Select(
                column => $"{column} = NULLIF(COALESCE({column}, 0) + COALESCE(excluded.{column}, 0), 0)"));
        if (!_holdsSums)
        {
            // A share of the sum is not known from those of its parts; the first row's extra columns stay.
            string share = rows.OtherColumns[0];
            sums += $",\n  {share} = CASE WHEN {share} = excluded.{share} THEN {share} END";
        }

        string sql = $"""
            INSERT INTO {table} (
              {columns})
            VALUES (
              {values})
            ON CONFLICT ({key}) DO UPDATE
            SET {sums}{onTwice}
            """;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public void Add(PerformanceRow row)
    {
        int at = 1;
        BindText(at++, DateText(row.Date));
        Check(raw.sqlite3_bind_int64(_statement, at++, row.CampaignId ?? 0));
        Check(raw.sqlite3_bind_blob(_statement, at++, row.EntityDetail));
        BindNumber(at++, row.AdGroupId);
        BindNumber(at++, row.AdId);
        BindNumber(at++, row.TargetId);
        for (int i = 0; i < _texts; i++)
        {
            ReadOnlySpan<byte> text = row.GetUtf8((PerformanceText)i);
            if (text.IsEmpty)
            {
                Check(raw.sqlite3_bind_null(_statement, at++));
            }
            else
            {
                BindText(at++, text);
            }
        }

        Check(raw.sqlite3_bind_text(_statement, at++, row.CurrencyCode));
        foreach (PerformanceMetric metric in _metrics)
        {
            BindNumber(at++, row[metric] is 0 ? null : row[metric]);
        }

        if (!_holdsSums)
        {
            BindNumber(at++, (long?)(row.TopOfSearchImpressionShare * PerformanceMetrics.MicrosPerUnit));
            Check(row.ExtraUtf8.IsEmpty
                ? raw.sqlite3_bind_null(_statement, at++)
                : raw.sqlite3_bind_text(_statement, at++, row.ExtraUtf8));
        }

        int result = raw.sqlite3_step(_statement);
        int reset = raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? reset : result);
    }

    public void Dispose() => _statement.Dispose();

    private ReadOnlySpan<byte> DateText(DateOnly date)
    {
        if (date != _date)
        {
            _date = date;
            date.TryFormat(_dateText, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return _dateText;
    }

    private void BindText(int at, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, at, utf8));

    private void BindNumber(int at, long? id) =>
        Check(id is { } value ? raw.sqlite3_bind_int64(_statement, at, value) : raw.sqlite3_bind_null(_statement, at));

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(
                $"SQLite Error {result & 0xFF}: '{raw.sqlite3_errmsg(_database).utf8_to_string()}'.", result & 0xFF, result);
        }
    }
}
