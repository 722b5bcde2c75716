using System.Runtime.CompilerServices;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Reading;

/// <summary>Tables, with the records of a profile and dataset gone through once.</summary>
internal sealed class InMemoryTableReader(InMemoryState state, IPpcAdsReader reader) : PerformanceTableReader(reader)
{
    protected override async IAsyncEnumerable<PerformanceFigures> ReadFiguresAsync(
        TableScope scope,
        PerformanceSelection selection,
        PerformancePeriod? previous,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IEnumerable<PerformanceRecord> rows = Find(
            scope, selection, date => selection.Period.Contains(date) || previous?.Contains(date) == true);
        foreach (IGrouping<string, PerformanceRecord> group in rows.GroupBy(row => row.EntityKey))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return PerformanceFigures.Of([.. group], selection.Period, previous);
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    protected override async IAsyncEnumerable<(string EntityKey, DateOnly Date, PerformanceSums Sums)> SumDaysAsync(
        TableScope scope,
        PerformanceSelection selection,
        IReadOnlySet<string>? keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (PerformanceRecord row in Find(scope, selection, selection.Period.Contains))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (keys?.Contains(row.EntityKey) != false)
            {
                yield return (row.EntityKey, row.Date, PerformanceSums.Of(row));
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private List<PerformanceRecord> Find(TableScope scope, PerformanceSelection selection, Func<DateOnly, bool> isIn)
    {
        lock (state.Gate)
        {
            return
            [
                .. state.Records.Where(row =>
                    (row.Key.AccountId, row.Key.ProfileId, row.Key.Dataset)
                        == (scope.AccountId, scope.ProfileId, scope.Dataset.Id)
                    && isIn(row.Key.Date) && selection.Includes(row.Value)).Select(row => row.Value),
            ];
        }
    }
}
