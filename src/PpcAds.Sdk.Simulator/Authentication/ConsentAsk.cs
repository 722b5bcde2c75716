using Microsoft.Extensions.Primitives;

namespace PpcAds.Sdk.Simulator.Authentication;

/// <summary>The parameters of the consent page, from its address or from the form that it sent.</summary>
internal sealed class ConsentAsk(IReadOnlyDictionary<string, StringValues> parameters)
{
    public static readonly string[] Names =
        ["client_id", "scope", "response_type", "redirect_uri", "state", "code_challenge", "code_challenge_method"];

    /// <summary>The first parameter that stands there twice (RFC 6749, 3.1: none may).</summary>
    public string? Repeated =>
        Names.FirstOrDefault(name => parameters.TryGetValue(name, out StringValues values) && values.Count > 1);

    public string ClientId => Value("client_id") ?? "";

    public string RedirectUri => Value("redirect_uri") ?? "";

    public string? State => Value("state");

    public string? Challenge => Value("code_challenge");

    /// <summary>Login with Amazon, "Authorization Code Grant": <c>plain</c> when nothing is said.</summary>
    public string ChallengeMethod => Value("code_challenge_method") ?? "plain";

    /// <summary>What is wrong, as an OAuth error with its description.</summary>
    public (string Error, string Description)? Problem =>
        Repeated is { } name ? ("invalid_request", $"The request has a parameter more than once : {name}")
        : Value("response_type") is null ? ("invalid_request", "The request is missing a required parameter : response_type")
        : Value("response_type") != "code"
        ? ("unsupported_response_type", "The authorization server does not support the response_type.")
        : Value("scope") is null ? ("invalid_request", "The request is missing a required parameter : scope")
        : !Value("scope")!.Split(' ').All(scope => Scopes.Contains(scope)) ? ("invalid_scope", "An unknown scope was requested")
        : ChallengeMethod is not ("S256" or "plain")
        ? ("invalid_request", "The request has an invalid parameter : code_challenge_method")
        : Challenge is null
        ? (Value("code_challenge_method") is null
            ? null
            : ("invalid_request", "The request is missing a required parameter : code_challenge"))
        : Challenge.Length is < 43 or > 128
            || !Challenge.All(letter => char.IsAsciiLetterOrDigit(letter) || "-._~".Contains(letter, StringComparison.Ordinal))
            ? ("invalid_request", "The request has an invalid parameter : code_challenge")
        : null;

    public string? Value(string name) =>
        parameters.TryGetValue(name, out StringValues values) && values.Count > 0 && values[0] is { Length: > 0 } value
            ? value
            : null;

    private static readonly string[] Scopes =
        ["advertising::campaign_management", "advertising::audiences", "advertising::test:create_account"];
}
