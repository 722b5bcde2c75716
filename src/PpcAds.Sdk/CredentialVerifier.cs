using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk;

/// <summary>Tries credentials at Amazon before they are stored: for an access token, then for the profiles.</summary>
public sealed class CredentialVerifier
{
    private readonly Func<LwaCredentials, AmazonAdsClient> _create;

    internal CredentialVerifier(Func<LwaCredentials, AmazonAdsClient> create) => _create = create;

    /// <summary>
    /// Asks Login with Amazon for an access token, and a region, or all of the options one after another, for profiles.
    /// </summary>
    /// <param name="credentials">The credentials. Nothing is stored.</param>
    /// <param name="region">The region that must have profiles; <see langword="null"/> to look in all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AmazonAdsAuthenticationException">Login with Amazon refuses them.</exception>
    /// <exception cref="AmazonAdsAccessDeniedException">Amazon Ads does not let the application in.</exception>
    /// <exception cref="PpcAdsValidationException">They read no profile there.</exception>
    /// <exception cref="AmazonAdsException">Amazon did not answer within half a minute.</exception>
    public async Task<VerifiedCredentials> VerifyAsync(
        LwaCredentials credentials, AmazonAdsRegion? region = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        using AmazonAdsClient client = _create(credentials);
        var profiles = new List<Profile>();
        foreach (AmazonAdsRegion one in region is { } asked ? [asked] : client.Regions)
        {
            profiles.AddRange(await client.GetProfilesAsync(one, null, cancellationToken).ConfigureAwait(false));
        }

        return profiles.Count > 0
            ? new VerifiedCredentials(client.Credentials, profiles)
            : throw new PpcAdsValidationException("The grant", [
                new InputProblem("region", region?.ToString(), region is null
                    ? "cannot be found: the credentials are good, but read no profile in any region. Let the advertiser consent "
                        + "with the right account."
                    : "has no profile that these credentials read. Leave it out to look in all regions."),
            ]);
    }
}
