using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>Reads the overview.</summary>
internal static class OverviewReader
{
    private const int MostMovers = 8;

    public static async Task<OverviewModel> ReadAsync(HttpContext context, Scope scope)
    {
        IReadOnlyList<PerformanceDaySums> days = [];
        IReadOnlyList<PerformanceDaySums> before = [];
        if (scope.Currency is not null)
        {
            days = await ReadDaysAsync(context, scope, scope.Period).ConfigureAwait(false);
            before = scope.Previous is { } previous
                ? await ReadDaysAsync(context, scope, previous).ConfigureAwait(false)
                : [];
        }

        int loaded = days.Count(IsWhole);
        int loadedBefore = before.Count(IsWhole);
        bool canCompare = scope.Previous is { } period && loadedBefore == period.Days && loaded == scope.Period.Days;
        return new OverviewModel
        {
            Scope = scope,
            Sums = Sum(days),
            Previous = canCompare ? Sum(before) : null,
            DaysLoaded = loaded,
            PreviousLoaded = loadedBefore,
            Chart = scope.Currency is null || days.Count == 0 ? null : OverviewChart.Of(scope, days, before),
            Movers = canCompare ? await ReadMoversAsync(context, scope).ConfigureAwait(false) : [],
            Attention = await AttentionReader.ReadAsync(context, scope).ConfigureAwait(false),
            FirstSync = await ReadFirstSyncAsync(context, scope).ConfigureAwait(false),
        };
    }

    public static Task<IReadOnlyList<PerformanceDaySums>> ReadDaysAsync(
        HttpContext context, Scope scope, PerformancePeriod period) =>
        context.RequestServices.GetRequiredService<IPerformanceTableReader>()
            .ReadDaysAsync(SelectionOf(scope, period), context.RequestAborted);

    public static PerformanceSums Sum(IEnumerable<PerformanceDaySums> days) =>
        days.Aggregate(PerformanceSums.Zero, (sum, day) => new PerformanceSums(
            sum.Impressions + day.Sums.Impressions,
            sum.Clicks + day.Sums.Clicks,
            sum.Cost + day.Sums.Cost,
            sum.Sales + day.Sums.Sales,
            sum.Orders + day.Sums.Orders,
            sum.Units + day.Sums.Units));

    private static PerformanceSelection SelectionOf(Scope scope, PerformancePeriod period) =>
        new(DatasetGrain.Campaign, scope.AccountIds, scope.Currency!, period) { ProfileId = scope.Profile?.Profile.ProfileId };

    private static bool IsWhole(PerformanceDaySums day) => day.Loaded >= day.Expected;

    /// <summary>
    /// By sales once they are settled. While they fill in, by spend: sales of a day or two ago against those of last month would
    /// make every campaign fall.
    /// </summary>
    private static async Task<IReadOnlyList<Mover>> ReadMoversAsync(HttpContext context, Scope scope)
    {
        if (scope.Currency is null || scope.Previous is null)
        {
            return [];
        }

        PerformanceColumn column = scope.Fills ? PerformanceColumn.Cost : PerformanceColumn.Sales;
        IPerformanceTableReader reader = context.RequestServices.GetRequiredService<IPerformanceTableReader>();
        PerformanceSelection selection = SelectionOf(scope, scope.Period);
        IReadOnlyList<PerformanceTableRow> rows = await reader.ListMoversAsync(
            new PerformanceTableQuery(selection) { Previous = scope.Previous }, column, MostMovers, context.RequestAborted)
            .ConfigureAwait(false);
        IReadOnlyDictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>> days = await reader
            .ReadDaysOfRowsAsync(selection, [.. rows.Select(row => row.Id)], context.RequestAborted).ConfigureAwait(false);
        Dictionary<AccountId, string> names = scope.Accounts.ToDictionary(
            state => state.Account.AccountId, state => state.Account.Name);
        return
        [
            .. rows.Select(row => new Mover(
                row,
                names.GetValueOrDefault(row.Id.AccountId, ""),
                (column.ValueOf(row.Sums) ?? 0) - (row.Previous is null ? 0 : column.ValueOf(row.Previous) ?? 0),
                ValuesOf(scope, days.GetValueOrDefault(row.Id) ?? [], column),
                scope.Fills ? Math.Max(0, scope.FillsFrom.DayNumber - scope.Period.From.DayNumber) : null)),
        ];
    }

    private static decimal?[] ValuesOf(Scope scope, IReadOnlyList<PerformanceDaySums> days, PerformanceColumn column)
    {
        decimal?[] values = new decimal?[scope.Period.Days];
        foreach (PerformanceDaySums day in days)
        {
            values[day.Date.DayNumber - scope.Period.From.DayNumber] = column.ValueOf(day.Sums);
        }

        return values;
    }

    private static async Task<(QueuedRun Run, int Loaded, int Reports)?> ReadFirstSyncAsync(HttpContext context, Scope scope)
    {
        AccountState? first = scope.Accounts.FirstOrDefault(
            state => state.OpenRun is { } open && state.LastRun?.RunId == open.RunId && state.CompleteThrough is null);
        return first is not null
            && await context.RequestServices.GetRequiredService<IngestionRuns>()
                .FindProgressAsync(first.OpenRun!.RunId, context.RequestAborted).ConfigureAwait(false) is { } progress
            ? (progress.Run, progress.Jobs.Count(job => job.State == ReportJobState.Loaded), progress.Jobs.Count)
            : null;
    }
}
