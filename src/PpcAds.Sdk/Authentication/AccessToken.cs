namespace PpcAds.Sdk.Authentication;

/// <summary>
/// An access token with its life span. Its age is measured, not taken from the time of day: a clock that is set back must not
/// keep a dead token. Compared by reference: two refreshes are two tokens.
/// </summary>
internal sealed class AccessToken(string value, TimeSpan lifetime, long issuedAt, TimeProvider timeProvider)
{
    public string Value => value;

    public TimeSpan Age => timeProvider.GetElapsedTime(issuedAt);

    public bool IsExpired => Age >= lifetime;

    /// <summary>When it expires, for display.</summary>
    public DateTimeOffset ExpiresAt => timeProvider.GetUtcNow() + lifetime - Age;

    /// <summary>
    /// Whether to replace the token: ahead of its expiry, but never in the first half of its life, or a short-lived token
    /// would be replaced before every call.
    /// </summary>
    public bool IsDue(TimeSpan ahead)
    {
        TimeSpan half = lifetime / 2;
        return Age >= lifetime - (ahead < half ? ahead : half);
    }

    public override string ToString() => $"access token until {ExpiresAt:u}";
}
