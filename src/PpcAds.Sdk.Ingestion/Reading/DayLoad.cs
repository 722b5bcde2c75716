namespace PpcAds.Sdk.Reading;

/// <summary>A load of a day.</summary>
/// <param name="Date">The day, in the profile's time zone.</param>
/// <param name="LoadedAt">When it was loaded; later than each earlier load of profile and dataset.</param>
/// <param name="ReportGeneratedAt">When Amazon took the figures.</param>
public sealed record DayLoad(DateOnly Date, DateTimeOffset LoadedAt, DateTimeOffset ReportGeneratedAt);
