namespace PpcAds.Sdk.AspNetCore;

/// <summary>Limits of the endpoints that <c>MapPpcAds</c> maps. Every default suits a service of a team's own.</summary>
public sealed class PpcAdsEndpointOptions
{
    /// <summary>The largest request body, in bytes. Default: 16 KiB. Larger ones are answered 413.</summary>
    public int MaxRequestBodyBytes { get; set; } = 16 * 1024;

    /// <summary>
    /// How many syncs one user, or one address without a user, may request per minute. Default: 30. More are answered 429.
    /// </summary>
    public int SyncRequestsPerMinute { get; set; } = 30;

    /// <summary>
    /// How many credentials one user, or one address without a user, may send in a minute. Default: 10. More are answered 429.
    /// </summary>
    public int CredentialRequestsPerMinute { get; set; } = 10;

    /// <summary>
    /// How many accounts one user, or one address without a user, may add in a minute. Default: 30. More are answered 429.
    /// </summary>
    public int AccountRequestsPerMinute { get; set; } = 30;

    internal void Validate()
    {
        Require(
            MaxRequestBodyBytes is >= 1024 and <= 1024 * 1024,
            nameof(MaxRequestBodyBytes),
            MaxRequestBodyBytes,
            "1024 to 1048576");
        Require(SyncRequestsPerMinute >= 1, nameof(SyncRequestsPerMinute), SyncRequestsPerMinute, "1 or more");
        Require(CredentialRequestsPerMinute >= 1, nameof(CredentialRequestsPerMinute), CredentialRequestsPerMinute, "1 or more");
        Require(AccountRequestsPerMinute >= 1, nameof(AccountRequestsPerMinute), AccountRequestsPerMinute, "1 or more");

        static void Require(bool holds, string name, int value, string allowed)
        {
            if (!holds)
            {
                throw new InvalidOperationException(
                    $"PpcAds: {nameof(PpcAdsEndpointOptions)}.{name} is {value}; it must be {allowed}.");
            }
        }
    }
}
