namespace PpcAds.Sdk.Reading;

/// <summary>The figures of an entity on a day, as they were known at an instant.</summary>
/// <param name="EntityKey">The key of the row within dataset and day, see <see cref="PerformanceRecord.EntityKey"/>.</param>
/// <param name="Date">The day, in the profile's time zone.</param>
/// <param name="Figures">The figures; money in the currency of the row.</param>
public sealed record KnownFigures(string EntityKey, DateOnly Date, PerformanceSums Figures);
