using System.Runtime.CompilerServices;
using PpcAds.Sdk.InMemory.Loading;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Reading;

/// <summary>What is stored, less what came later.</summary>
internal sealed class InMemoryFigureHistory(InMemoryState state) : IFigureHistory
{
    public async IAsyncEnumerable<KnownFigures> ReadAsync(
        FigureQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (KnownFigures figures in Read(query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return figures;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    public async IAsyncEnumerable<FigureChange> ReadChangesAsync(
        FigureQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<FigureChange> changes;
        lock (state.Gate)
        {
            changes =
            [
                .. HistoryOf(query).Changes.Where(change => IsOf(query, change.Date) && !(change.KnownAt <= query.KnownAt)),
            ];
        }

        foreach (FigureChange change in changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return change;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    public Task<IReadOnlyList<DayLoad>> ListLoadsAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<DayLoad>>(
            [
                .. HistoryOf(query).Loads.Where(load => IsOf(query, load.Date) && !(load.LoadedAt > query.KnownAt))
                    .OrderBy(load => load.Date).ThenBy(load => load.LoadedAt),
            ]);
        }
    }

    private List<KnownFigures> Read(FigureQuery query)
    {
        lock (state.Gate)
        {
            var days = state.Days.GetValueOrDefault((query.AccountId, query.ProfileId, query.Dataset)) ?? [];
            HashSet<DateOnly> known =
            [
                .. days.Values.Where(day => day.FirstLoadedAt is { } first && !(first > query.KnownAt)).Select(day => day.Date),
            ];
            var figures = new Dictionary<(string Key, DateOnly Date), PerformanceSums>();
            foreach (PerformanceRecord row in state.Records.Values.Where(
                row => row.AccountId == query.AccountId && row.ProfileId == query.ProfileId && row.Dataset == query.Dataset))
            {
                figures[(row.EntityKey, row.Date)] = PerformanceSums.Of(row);
            }

            foreach (FigureChange change in HistoryOf(query).Changes.Where(change => change.KnownAt > query.KnownAt))
            {
                var at = (change.EntityKey, change.Date);
                figures[at] = figures.GetValueOrDefault(at, PerformanceSums.Zero).Subtract(change.Difference);
            }

            return
            [
                .. figures.Where(pair => IsOf(query, pair.Key.Date) && known.Contains(pair.Key.Date))
                    .Where(pair => pair.Value != PerformanceSums.Zero)
                    .OrderBy(pair => pair.Key.Key, StringComparer.Ordinal).ThenBy(pair => pair.Key.Date)
                    .Select(pair => new KnownFigures(pair.Key.Key, pair.Key.Date, pair.Value)),
            ];
        }
    }

    private ScopeHistory HistoryOf(FigureQuery query) =>
        state.History.GetValueOrDefault((query.AccountId, query.ProfileId, query.Dataset)) ?? new ScopeHistory();

    private static bool IsOf(FigureQuery query, DateOnly date) => !(date < query.StartDate) && !(date > query.EndDate);
}
