namespace PpcAds.Sdk.Reading;

/// <summary>By what a load changed the figures of an entity on a day that had been loaded before.</summary>
/// <param name="KnownAt">When the load was made; later than each earlier load of profile and dataset.</param>
/// <param name="EntityKey">The key of the row within dataset and day, see <see cref="PerformanceRecord.EntityKey"/>.</param>
/// <param name="Date">The day, in the profile's time zone.</param>
/// <param name="Difference">The new figures minus those before.</param>
public sealed record FigureChange(DateTimeOffset KnownAt, string EntityKey, DateOnly Date, PerformanceSums Difference);
