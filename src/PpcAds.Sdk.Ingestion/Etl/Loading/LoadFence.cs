namespace PpcAds.Sdk.Etl;

/// <summary>The report job that a load is of. Nothing is committed once another worker has claimed the job.</summary>
/// <param name="JobId">The number of the job.</param>
/// <param name="LeaseEpoch">The claim that the load is made under; a later claim has a greater one.</param>
public sealed record LoadFence(long JobId, long LeaseEpoch);
