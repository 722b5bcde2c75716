using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// The load of one report: all of it or nothing. Disposed without <see cref="CommitAsync"/>, it leaves no trace. Not for several
/// threads.
/// </summary>
public interface ILoadSession : IAsyncDisposable
{
    /// <summary>Takes some rows. They are copied: the batch may be used again.</summary>
    Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the stored days equal to the rows, within the rules of <see cref="LoadRules"/>; rows, ledger and aggregates in one
    /// transaction. To be called only after the whole file was read.
    /// </summary>
    /// <exception cref="ReportRejectedException">
    /// Too many rows were rejected; nothing was loaded, the problems are recorded.
    /// </exception>
    /// <exception cref="LeaseLostException">Another worker has the job; nothing was loaded.</exception>
    Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default);
}
