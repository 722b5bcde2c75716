namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>The primary key of <c>performance_records</c>.</summary>
internal readonly record struct RecordKey(
    AccountId AccountId, ProfileId ProfileId, string Dataset, DateOnly Date, string EntityKey);
