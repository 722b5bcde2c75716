namespace PpcAds.Sdk.Etl;

/// <summary>Whose entities are loaded.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile; <see langword="null"/> for profiles themselves.</param>
public sealed record EntityScope(AccountId AccountId, ProfileId? ProfileId = null);
