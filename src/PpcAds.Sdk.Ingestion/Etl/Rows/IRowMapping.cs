using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>How a row of a report becomes key and dimensions of a performance record.</summary>
internal interface IRowMapping
{
    /// <summary>The report columns that are read.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Fills ids, texts and key.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="row">The row in it.</param>
    /// <param name="columns">Where <see cref="Columns"/> stand in the batch; -1 for one that is not there.</param>
    /// <param name="target">What is filled; cleared before.</param>
    /// <returns>Why the row is rejected, or <see langword="null"/>.</returns>
    RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target);
}
