namespace PpcAds.Sdk.Simulator.Authentication;

/// <summary>A code that was given to a browser, and what it is bound to.</summary>
internal sealed record ConsentCode(
    string ClientId, string RedirectUri, string? Challenge, bool ChallengeIsHashed, DateTimeOffset Expiry);
