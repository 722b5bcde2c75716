namespace PpcAds.Sdk.Authentication;

/// <summary>
/// What Login with Amazon (LWA) needs to give access tokens: the application's id and secret, and the refresh token that one
/// advertiser's consent produced. <see cref="ToString"/> shows no secret.
/// </summary>
public sealed record LwaCredentials
{
    /// <summary>Makes credentials.</summary>
    /// <param name="clientId">The application's client id, <c>amzn1.application-oa2-client.…</c>.</param>
    /// <param name="clientSecret">The application's client secret.</param>
    /// <param name="refreshToken">The advertiser's refresh token, <c>Atzr|…</c>.</param>
    /// <remarks>White space around each is removed: files and clipboards often end with a line break.</remarks>
    /// <exception cref="PpcAdsValidationException">
    /// One of them is missing, has quotes or white space in it, or is an access token.
    /// </exception>
    public LwaCredentials(string clientId, string clientSecret, string refreshToken)
    {
        ClientId = clientId?.Trim() ?? "";
        ClientSecret = clientSecret?.Trim() ?? "";
        RefreshToken = refreshToken?.Trim() ?? "";
        IReadOnlyList<InputProblem> problems = LwaCredentialsRules.Check(this);
        if (problems.Count > 0)
        {
            throw new PpcAdsValidationException("The credentials", problems);
        }
    }

    /// <summary>The application's client id.</summary>
    public string ClientId { get; }

    /// <summary>The application's client secret.</summary>
    public string ClientSecret { get; }

    /// <summary>The advertiser's refresh token.</summary>
    public string RefreshToken { get; }

    /// <summary>The same application with another refresh token.</summary>
    public LwaCredentials WithRefreshToken(string refreshToken) => new(ClientId, ClientSecret, refreshToken);

    /// <summary>The client id; the secrets are left out.</summary>
    public override string ToString() => $"LWA client {ClientId}";
}
