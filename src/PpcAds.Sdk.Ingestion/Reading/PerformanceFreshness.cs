namespace PpcAds.Sdk.Reading;

/// <summary>How fresh one dataset of one profile is.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Dataset">The dataset, by name.</param>
/// <param name="NewestDay">
/// The newest day that is loaded whole, in the profile's time zone; days without activity count, suspect ones do not.
/// </param>
/// <param name="ReportGeneratedAt">When Amazon took that day's figures.</param>
/// <param name="LoadedAt">When it was loaded.</param>
public sealed record PerformanceFreshness(
    ProfileId ProfileId, string Dataset, DateOnly NewestDay, DateTimeOffset ReportGeneratedAt, DateTimeOffset LoadedAt);
