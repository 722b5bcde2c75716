using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Turns the rows of a dataset's report into performance rows. For sinks; not for use by several threads.</summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class PerformanceRowMapper
{
    /// <summary>What no count of a day reaches: databases hold counts in 32 bits, also those of two rows of one key.</summary>
    private const long Limit = 1_000_000_000;

    /// <summary>
    /// What no amount of a day reaches, in millionths. Databases differ in what they hold, the least 12 digits before the point,
    /// also of sums.
    /// </summary>
    private const long MoneyLimit = 10_000_000_000 * PerformanceMetrics.MicrosPerUnit;

    private readonly IRowMapping _mapping;
    private readonly PerformanceMetric[] _metrics;
    private readonly string[] _metricColumns;
    private readonly int[] _metricIndexes;

    // A column may be several metrics: it is read once.
    private readonly int[] _sameAs;
    private readonly int[] _mappingIndexes;
    private readonly string _profileCurrency;
    private readonly TopOfSearchShareReader? _share;
    private readonly ExtraColumnsReader? _extra;
    private ReportBatch? _batch;
    private int _dateIndex;
    private int _currencyIndex;
    private string _lastCurrency = "";
    private byte[] _lastCurrencyUtf8 = [];

    /// <summary>Makes a mapper for one load.</summary>
    public PerformanceRowMapper(LoadScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _mapping = scope.Dataset.Definition.Mapping;
        _metrics = [.. scope.Dataset.Metrics];
        _metricColumns = [.. _metrics.Select(metric => scope.Dataset.ColumnOf(metric, scope.AttributionDays)!)];
        _metricIndexes = new int[_metrics.Length];
        _sameAs = [.. _metricColumns.Select((column, i) =>
            Array.FindIndex(_metricColumns, 0, i, other => other == column) is >= 0 and var first
            && PerformanceMetrics.IsMoney(_metrics[first]) == PerformanceMetrics.IsMoney(_metrics[i]) ? first : -1)];
        _mappingIndexes = new int[_mapping.Columns.Count];
        _profileCurrency = scope.CurrencyCode;
        _share = scope.Dataset.HasTopOfSearchImpressionShare ? new TopOfSearchShareReader() : null;
        _extra = scope.ExtraColumns.Count > 0 ? new ExtraColumnsReader(scope.ExtraColumns) : null;
    }

    /// <summary>The row that <see cref="TryRead"/> filled last.</summary>
    public PerformanceRow Row { get; } = new();

    /// <summary>Takes the next batch.</summary>
    public void Bind(ReportBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _batch = batch;
        _dateIndex = batch.GetColumnIndex("date");
        _currencyIndex = batch.GetColumnIndex("campaignBudgetCurrencyCode");
        for (int i = 0; i < _metrics.Length; i++)
        {
            _metricIndexes[i] = batch.GetColumnIndex(_metricColumns[i]);
        }

        for (int i = 0; i < _mappingIndexes.Length; i++)
        {
            _mappingIndexes[i] = batch.GetColumnIndex(_mapping.Columns[i]);
        }

        _share?.Bind(batch);
        _extra?.Bind(batch);
    }

    /// <summary>Reads a row of the batch into <see cref="Row"/>.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="problem">Why the row cannot be loaded.</param>
    /// <returns>
    /// Whether the row can be loaded. If not, <see cref="PerformanceRow.Date"/> is the row's day all the same, or
    /// <see langword="default"/> when that is what was wrong.
    /// </returns>
    /// <exception cref="InvalidOperationException">There is no batch, or the next has been requested.</exception>
    public bool TryRead(int row, out RowProblem? problem)
    {
        ReportBatch batch = _batch ?? throw new InvalidOperationException("Bind a batch first.");
        Row.Clear();
        Row.Date = default;
        if (_dateIndex < 0 || !batch.TryGetDate(row, _dateIndex, out DateOnly date))
        {
            string text = _dateIndex < 0 ? "missing" : $"'{RowProblem.Shorten(batch.GetString(row, _dateIndex))}'";
            problem = new RowProblem("date malformed", $"date is {text}; expected is YYYY-MM-DD.");
            return false;
        }

        Row.Date = date;
        Row.CurrencyCode = ReadCurrency(batch, row);
        problem = _mapping.Read(batch, row, _mappingIndexes, Row) ?? ReadMetrics(batch, row);
        if (problem is null)
        {
            _share?.Read(batch, row, Row);
            _extra?.Read(batch, row, Row);
        }

        Row.Key.Complete(Row);
        return problem is null;
    }

    private RowProblem? ReadMetrics(ReportBatch batch, int row)
    {
        for (int i = 0; i < _metrics.Length; i++)
        {
            if (_sameAs[i] >= 0)
            {
                Row.Set(_metrics[i], Row[_metrics[_sameAs[i]]]!.Value);
                continue;
            }

            int column = _metricIndexes[i];
            long value = 0;

            // Reported as null, or left out: no activity.
            if (column >= 0 && batch.GetKind(row, column) is not (ReportCellKind.Missing or ReportCellKind.Null)
                && !TryReadMetric(batch, row, column, PerformanceMetrics.IsMoney(_metrics[i]), out value))
            {
                return new RowProblem(
                    "number malformed", $"{_metricColumns[i]} is '{RowProblem.Shorten(batch.GetString(row, column))}'.");
            }

            if (IsOutOfRange(value, PerformanceMetrics.IsMoney(_metrics[i])))
            {
                string text = RowProblem.Shorten(batch.GetString(row, column));
                return new RowProblem("number out of range", $"{_metricColumns[i]} is {text}.");
            }

            Row.Set(_metrics[i], value);
        }

        return null;
    }

    private static bool IsOutOfRange(long value, bool isMoney)
    {
        long limit = isMoney ? MoneyLimit : Limit;
        return value >= limit || value <= -limit;
    }

    private bool TryReadMetric(ReportBatch batch, int row, int column, bool isMoney, out long value)
    {
        if (!isMoney)
        {
            return batch.TryGetInt64(row, column, out value);
        }

        bool read = batch.TryGetMicros(row, column, out value, out bool rounded);
        Row.RoundedAmounts += rounded ? 1 : 0;
        return read;
    }

    /// <summary>The report's currency, else the profile's; one string for a run of rows.</summary>
    private string ReadCurrency(ReportBatch batch, int row)
    {
        ReadOnlySpan<byte> utf8 = _currencyIndex < 0 ? default : batch.GetUtf8(row, _currencyIndex);
        if (utf8.IsEmpty)
        {
            return _profileCurrency;
        }

        if (!utf8.SequenceEqual(_lastCurrencyUtf8))
        {
            if (CurrencyCode.TryNormalize(utf8) is not { } code)
            {
                Row.Note = new RowProblem(
                    "currency malformed",
                    $"campaignBudgetCurrencyCode is '{RowProblem.Shorten(batch.GetString(row, _currencyIndex))}', no code of "
                    + "three letters; the profile's is taken.");
                return _profileCurrency;
            }

            _lastCurrencyUtf8 = utf8.ToArray();
            _lastCurrency = code;
        }

        return _lastCurrency;
    }
}
