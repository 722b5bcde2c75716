namespace PpcAds.Sdk.Accounts;

/// <summary>Whether an account is synced.</summary>
public enum AccountStatus
{
    /// <summary>It is synced.</summary>
    Active,

    /// <summary>The host paused it.</summary>
    Paused,

    /// <summary>Amazon refuses its grant, or it has none: the advertiser must consent again.</summary>
    NeedsConsent,

    /// <summary>
    /// It was deleted: no credentials, never synced. Its rows stay until <see cref="IAccountStore.PurgeAsync"/>.
    /// </summary>
    Closed,
}
