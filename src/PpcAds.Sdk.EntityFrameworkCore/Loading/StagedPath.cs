using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// Into a temporary table that no other session sees, outside of any transaction; then what differs is changed in one.
/// </summary>
/// <param name="session">The load's session.</param>
/// <param name="history">Marks the transaction.</param>
/// <param name="writer">Writes the rows.</param>
/// <param name="merge">Compares them with what is stored.</param>
/// <param name="scope">The load.</param>
internal sealed class StagedPath(
    SqlSession session, LoadHistory history, IRowWriter writer, ScopeMerge merge, LoadScope scope) : ILoadPath
{
    public DateOnly FirstDate => scope.StartDate;

    public ValueTask WriteAsync(PerformanceRow row, CancellationToken cancellationToken) =>
        writer.AddAsync(row, cancellationToken);

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await history.MarkAsync(cancellationToken).ConfigureAwait(false);
        await session.Dialect.LockAsync(session.Connection, session.Transaction!, scope, wait: true, cancellationToken)
            .ConfigureAwait(false);
    }

    public Task<LoadResult> ApplyAsync(
        IReadOnlyDictionary<DateOnly, DayTotals> written, RowProblemLog problems, CancellationToken cancellationToken) =>
        merge.RunAsync(written, problems, cancellationToken);

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
