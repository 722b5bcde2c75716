using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>Straight into the table, whose days hold nothing yet, within the transaction that ends the load.</summary>
/// <param name="writer">Writes the rows.</param>
/// <param name="commit">Writes ledger and sums of what passed.</param>
/// <param name="merge">Takes over when rows came twice, and were moved into the staging table.</param>
/// <param name="scope">The load.</param>
internal sealed class DirectPath(IDirectRowWriter writer, DirectCommit commit, ScopeMerge merge, LoadScope scope) : ILoadPath
{
    public DateOnly FirstDate => scope.FirstDate;

    public ValueTask WriteAsync(PerformanceRow row, CancellationToken cancellationToken)
    {
        commit.Add(row);
        return writer.AddAsync(row, cancellationToken);
    }

    public Task FlushAsync(CancellationToken cancellationToken) => writer.FlushAsync(cancellationToken).AsTask();

    public Task<LoadResult> ApplyAsync(
        IReadOnlyDictionary<DateOnly, DayTotals> written, RowProblemLog problems, CancellationToken cancellationToken) =>
        writer.HasMovedToStaging
            ? merge.RunAsync(written, problems, cancellationToken)
            : commit.RunAsync(written, writer.HasSummed, cancellationToken);

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
