namespace PpcAds.Sdk.AspNetCore;

/// <summary>Which limit of <see cref="PpcAdsEndpointOptions"/> an endpoint counts for.</summary>
public enum PpcAdsRateLimit
{
    /// <summary>Requesting syncs: <see cref="PpcAdsEndpointOptions.SyncRequestsPerMinute"/>.</summary>
    Sync,

    /// <summary>
    /// Sending credentials, each of which is tried at Amazon: <see cref="PpcAdsEndpointOptions.CredentialRequestsPerMinute"/>.
    /// </summary>
    Credentials,

    /// <summary>Adding accounts: <see cref="PpcAdsEndpointOptions.AccountRequestsPerMinute"/>.</summary>
    Accounts,
}
