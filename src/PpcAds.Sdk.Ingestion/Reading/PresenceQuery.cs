namespace PpcAds.Sdk.Reading;

/// <summary>Which entities are to be counted.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile.</param>
/// <param name="UnseenBefore">What was seen last before it counts as unseen.</param>
/// <param name="ForgottenBefore">What was seen last before it is history, and not counted.</param>
public sealed record PresenceQuery(
    AccountId AccountId, ProfileId ProfileId, DateTimeOffset UnseenBefore, DateTimeOffset ForgottenBefore);
