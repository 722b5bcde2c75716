using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>
/// Reads performance as tables: sums of a period by campaign, ad group, target, search term, placement or product, filtered,
/// sorted and page by page. For dashboards and applications that must not depend on a store's technology.
/// </summary>
/// <remarks>
/// Tables of campaigns, ad groups and targets also have those without activity, of profiles whose currency is the requested one;
/// the others have what was active in the period. Which window of sales counts is decided by dataset and profile, as in
/// <see cref="Dataset.AttributionDaysFor"/>. All methods throw <see cref="PpcAdsValidationException"/> for a query that is
/// not valid.
/// </remarks>
public interface IPerformanceTableReader
{
    /// <summary>
    /// Reads a page. The token of the next page holds the value and the id that this one ends with: when figures change
    /// meanwhile, reading goes on from that value, and a row that moved over it may be missed or come again.
    /// </summary>
    /// <param name="query">Which rows, in what order.</param>
    /// <param name="page">Which page; <see langword="null"/> for the first 100.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<ReadPage<PerformanceTableRow>> ReadPageAsync(
        PerformanceTableQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>Reads all rows that match, in order, each once. For files.</summary>
    /// <param name="query">Which rows, in what order.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    IAsyncEnumerable<PerformanceTableRow> ReadAllAsync(
        PerformanceTableQuery query, CancellationToken cancellationToken = default);

    /// <summary>Counts and sums all rows that match.</summary>
    /// <param name="query">Which rows.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<PerformanceTableTotals> SumAsync(PerformanceTableQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the rows that changed most, up or down, since <see cref="PerformanceTableQuery.Previous"/>, the greatest change
    /// first; those that did not change are left out. The query's order does not count.
    /// </summary>
    /// <param name="query">Which rows; with a previous period.</param>
    /// <param name="column">What changed: a count or an amount, no rate and not the name.</param>
    /// <param name="count">How many at most, 1 to 100.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<IReadOnlyList<PerformanceTableRow>> ListMoversAsync(
        PerformanceTableQuery query, PerformanceColumn column, int count, CancellationToken cancellationToken = default);

    /// <summary>Sums by day. A day that was never loaded is left out.</summary>
    /// <param name="selection">Which rows.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<IReadOnlyList<PerformanceDaySums>> ReadDaysAsync(
        PerformanceSelection selection, CancellationToken cancellationToken = default);

    /// <summary>Reads the days of single rows, such as those of a page. A day that was never loaded is left out.</summary>
    /// <param name="selection">What the rows are of; accounts, grain, currency and period count.</param>
    /// <param name="rows">The rows, at most 1000; those of other accounts have no days.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<IReadOnlyDictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>>> ReadDaysOfRowsAsync(
        PerformanceSelection selection,
        IReadOnlyCollection<PerformanceRowId> rows,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the currencies of some accounts: those of their profiles, and those of their figures in the period with their sums
    /// by campaign. By currency; one without activity has zeros.
    /// </summary>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="period">The days.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<IReadOnlyList<PerformanceTotals>> ListCurrenciesAsync(
        IReadOnlyCollection<AccountId> accountIds, PerformancePeriod period, CancellationToken cancellationToken = default);
}
