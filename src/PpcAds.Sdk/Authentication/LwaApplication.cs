namespace PpcAds.Sdk.Authentication;

/// <summary>
/// The host's own application at Login with Amazon (LWA): the security profile that advertisers give their consent to.
/// <see cref="ToString"/> shows no secret.
/// </summary>
public sealed class LwaApplication
{
    /// <summary>The client id of the security profile, <c>amzn1.application-oa2-client.…</c>. Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client secret that belongs to the client id. Required.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// Where Amazon sends the advertiser's browser back to: one of the security profile's Allowed Return URLs, letter for letter,
    /// such as <c>https://app.example.com/connect/amazon/callback</c>. Default: <see langword="null"/>, the callback's address as
    /// the browser requested it; set it where a proxy shows the host under another address than it sees itself.
    /// </summary>
    public Uri? RedirectUri { get; set; }

    /// <summary>The client id; the secret is left out.</summary>
    public override string ToString() => $"LWA application {ClientId}";
}
