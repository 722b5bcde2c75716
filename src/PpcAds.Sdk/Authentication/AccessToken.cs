namespace PpcAds.Sdk.Authentication;

/// <summary>An access token with its life span. Compared by reference: two refreshes are two tokens.</summary>
internal sealed class AccessToken(string value, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
{
    public string Value => value;

    public DateTimeOffset IssuedAt => issuedAt;

    public DateTimeOffset ExpiresAt => expiresAt;

    /// <summary>
    /// When to replace the token: ahead of its expiry, but never in the first half of its life, or a short-lived token
    /// would be replaced before every call.
    /// </summary>
    public DateTimeOffset RefreshAt(TimeSpan ahead)
    {
        TimeSpan half = (expiresAt - issuedAt) / 2;
        return expiresAt - (ahead < half ? ahead : half);
    }

    public override string ToString() => $"access token until {expiresAt:u}";
}
