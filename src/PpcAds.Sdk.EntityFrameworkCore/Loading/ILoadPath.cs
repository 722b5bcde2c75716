using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>The way that the rows of a load take into the table.</summary>
internal interface ILoadPath : IAsyncDisposable
{
    /// <summary>Gets the first day whose rows are written.</summary>
    DateOnly FirstDate { get; }

    /// <summary>Writes a row; it is used again afterwards.</summary>
    ValueTask WriteAsync(PerformanceRow row, CancellationToken cancellationToken);

    /// <summary>Ends the writing. Afterwards the session is in the transaction that ends the load, with its lock held.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Makes rows, ledger and sums those of the report, in the transaction, which the caller commits.</summary>
    /// <param name="written">What was written of each day, copies of one key included.</param>
    /// <param name="problems">What went wrong with rows.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<LoadResult> ApplyAsync(
        IReadOnlyDictionary<DateOnly, DayTotals> written, RowProblemLog problems, CancellationToken cancellationToken);
}
