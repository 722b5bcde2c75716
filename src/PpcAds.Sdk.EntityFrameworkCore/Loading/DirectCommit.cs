using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>What is left to do when the rows are in the table: ledger and sums. Runs inside the load's transaction.</summary>
internal sealed class DirectCommit(SqlSession session, TableNames names, LoadScope scope, DateTimeOffset now)
{
    /// <param name="written">What was written of each day, copies of one key included.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<LoadResult> RunAsync(IReadOnlyDictionary<DateOnly, DayTotals> written, CancellationToken cancellationToken)
    {
        var ledger = new DayLedger(session, names, scope, now);
        var known = new Dictionary<DateOnly, DateTimeOffset>();
        IReadOnlySet<DateOnly> days = LoadRules.GetDates(scope, known);
        long copies = written.Values.Sum(day => day.Rows);
        long rows = await CountRowsAsync(cancellationToken).ConfigureAwait(false);
        AggregateUpdate aggregates = await AggregateUpdate.BeginAsync(session, names, scope, now, cancellationToken).ConfigureAwait(false);
        if (rows == copies)
        {
            await ledger.AddAsync(days, written, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Rows that came twice were summed by the database: only it knows how many there are of each day.
            await ledger.UpdateAsync(days, known, Removal.None, days, cancellationToken).ConfigureAwait(false);
        }

        if (days.Count > 0)
        {
            await aggregates.RunAsync(AggregateSource.Loaded(scope.FirstDate, scope.EndDate), cancellationToken).ConfigureAwait(false);
        }

        return new LoadResult { Inserted = rows, Duplicates = copies - rows };
    }

    private Task<long> CountRowsAsync(CancellationToken cancellationToken)
    {
        var key = new ScopeKey(session.Dialect, scope);
        return session.CountAsync($"SELECT COUNT(*) FROM {names.Records} r WHERE {key.Rows} AND {key.Range}", cancellationToken);
    }
}
