namespace PpcAds.Sdk.Authentication;

/// <summary>One advertiser's way to the consent page and back.</summary>
public sealed record ConsentRequest
{
    /// <summary>Whose page: the region in which the advertiser has the account. The grant works in all regions.</summary>
    public AmazonAdsRegion Region { get; init; } = AmazonAdsRegion.NorthAmerica;

    /// <summary>Where the browser is sent back to; one of the security profile's Allowed Return URLs.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>
    /// Returned by the browser, so that an unsolicited answer is detected: random, and known to this browser only.
    /// </summary>
    public required string State { get; init; }

    /// <summary>
    /// The secret of PKCE (RFC 7636): 43 to 128 characters that no one else knows, see <see cref="AmazonConsent.NewSecret"/>.
    /// Amazon is sent its hash now and itself with the code.
    /// </summary>
    public required string CodeVerifier { get; init; }

    /// <summary>The region; the secrets are left out.</summary>
    public override string ToString() => $"consent in {Region}";
}
