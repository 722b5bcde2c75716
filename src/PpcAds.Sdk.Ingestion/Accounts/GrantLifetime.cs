namespace PpcAds.Sdk.Accounts;

/// <summary>
/// How long a grant is good for. Login with Amazon: refresh tokens issued on 2026-07-30 or later end 365 days after the
/// advertiser consented, however often they are used; older ones have no fixed end.
/// </summary>
public static class GrantLifetime
{
    private static readonly DateTimeOffset FirstWithEnd = new(2026, 7, 30, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long a grant lasts from consent.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromDays(365);

    /// <summary>How long before its end a grant is first warned of.</summary>
    public static TimeSpan FirstWarning { get; } = TimeSpan.FromDays(60);

    /// <summary>How long before its end a grant is warned of for the last time, and health is degraded.</summary>
    public static TimeSpan LastWarning { get; } = TimeSpan.FromDays(14);

    /// <summary>When a grant ends.</summary>
    /// <param name="consentedAt">When the advertiser consented; <see langword="null"/> when that is not known.</param>
    /// <returns>The end, or <see langword="null"/> when there is none or it is not known.</returns>
    public static DateTimeOffset? GetEnd(DateTimeOffset? consentedAt) =>
        consentedAt >= FirstWithEnd ? consentedAt + Length : null;
}
