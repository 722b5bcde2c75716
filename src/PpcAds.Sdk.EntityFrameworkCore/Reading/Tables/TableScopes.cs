using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>The profiles and datasets that a table is of.</summary>
internal sealed class TableScopes
{
    private readonly PerformanceSelection _selection;

    private TableScopes(PerformanceSelection selection, IReadOnlyList<PpcPerformanceScope> scopes)
    {
        _selection = selection;
        Ids = [.. scopes.Select(scope => scope.ScopeId)];
    }

    public IReadOnlyList<int> Ids { get; }

    public static async Task<TableScopes> ReadAsync(
        DbContext context, PerformanceSelection selection, CancellationToken cancellationToken) =>
        new(selection, await Of(context, selection).ToListAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The numbers of profiles and datasets, whatever the ad product.</summary>
    public static Task<Known[]> FindAsync(
        DbContext context, PerformanceSelection selection, CancellationToken cancellationToken)
    {
        PerformanceSelection all = selection with { ProfileId = null, AdProduct = null };
        var products = all.Datasets.ToDictionary(dataset => dataset.Id, dataset => dataset.AdProduct);
        return Of(context, all).AsAsyncEnumerable()
            .Select(scope => new Known(scope.ScopeId, scope.AccountId, scope.ProfileId, products[scope.Dataset]))
            .ToArrayAsync(cancellationToken).AsTask();
    }

    /// <summary>The days of the period that are loaded, by account, profile and ad product.</summary>
    public async Task<IReadOnlyDictionary<(long AccountId, long ProfileId, string AdProduct), int>> CountDaysAsync(
        DbContext context, CancellationToken cancellationToken)
    {
        PerformancePeriod period = _selection.Period;
        var counted = await LoadedDays(context, _selection).Where(day => day.Date >= period.From && day.Date <= period.To)
            .GroupBy(day => new { day.AccountId, day.ProfileId, day.Dataset })
            .Select(group => new { group.Key, Days = group.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var products = _selection.Datasets.ToDictionary(dataset => dataset.Id, dataset => dataset.AdProduct);
        return counted.ToDictionary(
            one => (one.Key.AccountId, one.Key.ProfileId, products[one.Key.Dataset]), one => one.Days);
    }

    /// <summary>A day at the edge of what Amazon keeps whose report had no rows says nothing.</summary>
    public static IQueryable<PpcPerformanceDay> LoadedDays(DbContext context, PerformanceSelection selection)
    {
        long[] accounts = [.. selection.AccountIds.Select(id => id.Value)];
        string[] datasets = [.. selection.Datasets.Select(dataset => dataset.Id)];
        IQueryable<PpcPerformanceDay> days = context.Set<PpcPerformanceDay>().AsNoTracking()
            .Where(day => accounts.Contains(day.AccountId) && datasets.Contains(day.Dataset))
            .Where(day => day.State != PerformanceDayState.Unproven || day.Rows > 0);
        return selection.ProfileId is { } profile ? days.Where(day => day.ProfileId == profile.Value) : days;
    }

    private static IQueryable<PpcPerformanceScope> Of(DbContext context, PerformanceSelection selection)
    {
        long[] accounts = [.. selection.AccountIds.Select(id => id.Value)];
        string[] datasets = [.. selection.Datasets.Select(dataset => dataset.Id)];
        IQueryable<PpcPerformanceScope> scopes = context.Set<PpcPerformanceScope>().AsNoTracking()
            .Where(scope => accounts.Contains(scope.AccountId) && datasets.Contains(scope.Dataset));
        return selection.ProfileId is { } profile ? scopes.Where(scope => scope.ProfileId == profile.Value) : scopes;
    }

    /// <summary>A profile and dataset with its number.</summary>
    internal sealed record Known(int ScopeId, long AccountId, long ProfileId, string AdProduct);
}
