namespace PpcAds.Sdk.Chaos.Databases;

/// <summary>A job that a dead process was asking for.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
/// <param name="Before">When the report before this one was asked for, if there was one.</param>
internal sealed record RequestingJob(long ProfileId, string Dataset, string Start, string End, DateTimeOffset Before);
