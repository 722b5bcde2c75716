namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>The limit that an endpoint counts for.</summary>
internal sealed record RateLimitMetadata(PpcAdsRateLimit Kind);
