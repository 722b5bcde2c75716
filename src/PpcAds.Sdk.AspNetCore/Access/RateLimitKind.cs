namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>Which of the limits an endpoint counts for.</summary>
internal enum RateLimitKind
{
    /// <summary>Requesting syncs.</summary>
    Sync,

    /// <summary>Sending credentials, each of which is tried at Amazon.</summary>
    Credentials,

    /// <summary>Adding accounts.</summary>
    Accounts,
}
