namespace PpcAds.Sdk;

/// <summary>Gives the client of a connected account, with the credentials that the token store holds.</summary>
public interface IAmazonAdsClientFactory
{
    /// <summary>
    /// The account's client: the same one as long as its credentials stay, so that all callers share its access token.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="PpcAdsValidationException">The store has no credentials for the account.</exception>
    ValueTask<AmazonAdsClient> CreateAsync(AccountId accountId, CancellationToken cancellationToken = default);
}
