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
    /// <exception cref="AmazonAdsValidationException">One of them is missing.</exception>
    public LwaCredentials(string clientId, string clientSecret, string refreshToken)
    {
        List<InputProblem> problems = [];
        Require(nameof(ClientId), clientId, "the LWA client id of your security profile, amzn1.application-oa2-client.….");
        Require(nameof(ClientSecret), clientSecret, "the client secret beside that id.");
        Require(nameof(RefreshToken), refreshToken, "the refresh token from the advertiser's consent, Atzr|….");
        if (problems.Count > 0)
        {
            throw new AmazonAdsValidationException("The credentials", problems);
        }

        ClientId = clientId;
        ClientSecret = clientSecret;
        RefreshToken = refreshToken;

        void Require(string field, string? value, string expected)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                problems.Add(new InputProblem(field, null, $"is missing; expected is {expected}"));
            }
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
