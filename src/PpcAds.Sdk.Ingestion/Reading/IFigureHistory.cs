namespace PpcAds.Sdk.Reading;

/// <summary>
/// Reads what was known of figures at an instant: Amazon goes on to restate a day for weeks, and what is computed of figures
/// that came later cannot be repeated, nor served.
/// </summary>
/// <remarks>
/// Each load notes by what it changes a day that was loaded before. Rows that are changed by hand are not noted.
/// </remarks>
public interface IFigureHistory
{
    /// <summary>
    /// Reads figures by entity and day, in this order: entities in the order of the store, days ascending. A day that was not
    /// loaded by then is left out, and so is an entity without any figure on a day.
    /// </summary>
    /// <param name="query">Which figures, and when.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    IAsyncEnumerable<KnownFigures> ReadAsync(FigureQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads by what loads changed figures, after the instant of the query or, without one, since the first load; by instant.
    /// </summary>
    /// <param name="query">Which figures.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    IAsyncEnumerable<FigureChange> ReadChangesAsync(FigureQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lists when each day was loaded, until the instant of the query; by day and instant.</summary>
    /// <param name="query">Which days.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<IReadOnlyList<DayLoad>> ListLoadsAsync(FigureQuery query, CancellationToken cancellationToken = default);
}
