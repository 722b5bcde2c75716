using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Authentication;

/// <summary>
/// Asks an advertiser for consent with the host's own application (<c>PpcAdsOptions.Application</c>): OAuth 2's authorization
/// code grant with PKCE at Login with Amazon. Keeps nothing; the caller keeps state and verifier between the two steps.
/// </summary>
public sealed class AmazonConsent
{
    /// <summary>
    /// What the Ads API needs (Amazon Ads API, "Create an authorization grant"). The test accounts' scope is not among it.
    /// </summary>
    public const string Scope = "advertising::campaign_management";

    /// <summary>A browser waits for the answer.</summary>
    private const int MostAttempts = 3;

    private const int SecretBytes = 32;
    private readonly AmazonAdsEndpoints _endpoints;
    private readonly LwaApplication? _application;
    private readonly LwaTokenClient _client;

    internal AmazonConsent(
        AmazonAdsClientOptions options,
        LwaApplication? application,
        IHttpMessageHandlerFactory handlers,
        CallServices services,
        ILogger logger)
    {
        AmazonAdsClientOptions client = options.Clone();
        client.MaxAttempts = Math.Min(client.MaxAttempts, MostAttempts);
        _endpoints = client.Endpoints;
        _application = application;
        _client = new LwaTokenClient(
            new HttpExchange(new HttpTransport(Api, Api), client, services.TimeProvider, services.Metrics),
            new CallPipelines(client, services).Create(LwaTokenClient.PipelineName),
            client,
            logger,
            _application);

        // The factory rotates its handlers, so each request gets the current one.
        HttpMessageInvoker Api() => new(handlers.CreateHandler(AmazonAdsHttpClients.Api), disposeHandler: false);
    }

    /// <summary>
    /// A random text of 43 characters (256 bits), fit for <see cref="ConsentRequest.State"/> and
    /// <see cref="ConsentRequest.CodeVerifier"/>.
    /// </summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The address to send the advertiser's browser to. Sends nothing.</summary>
    /// <exception cref="PpcAdsValidationException">The request is not valid.</exception>
    /// <exception cref="InvalidOperationException">The host has no application registered.</exception>
    public Uri CreateAddress(ConsentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        byte[] challenge = SHA256.HashData(Encoding.ASCII.GetBytes(request.CodeVerifier));
        (string Name, string Value)[] query =
        [
            ("client_id", Application.ClientId),
            ("scope", Scope),
            ("response_type", "code"),
            ("redirect_uri", request.RedirectUri.AbsoluteUri),
            ("state", request.State),
            ("code_challenge", Base64Url.EncodeToString(challenge)),
            ("code_challenge_method", "S256"),
        ];
        return new UriBuilder(_endpoints.GetConsent(request.Region))
        {
            Query = string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")),
        }.Uri;
    }

    /// <summary>
    /// Trades the code that came back for the grant's credentials. A code is good for one time, within 5 minutes.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="request">What the browser was sent away with.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AmazonAdsAuthenticationException">Login with Amazon refuses the code or the application.</exception>
    /// <exception cref="AmazonAdsException">It cannot be reached, or answers something unexpected.</exception>
    /// <exception cref="InvalidOperationException">The host has no application registered.</exception>
    public Task<LwaCredentials> ExchangeAsync(string code, ConsentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        return _client.ExchangeAsync(Application, code, request, cancellationToken);
    }

    private LwaApplication Application => _application ?? throw new InvalidOperationException(
        "PpcAds: PpcAdsOptions.Application is not set. Give it the client id and the client secret of your security profile "
        + "at Login with Amazon.");

    private static void Check(ConsentRequest request)
    {
        List<InputProblem> problems = [];
        if (LwaApplicationRules.CheckRedirect(request.RedirectUri) is { } reason)
        {
            problems.Add(new InputProblem(nameof(request.RedirectUri), request.RedirectUri.OriginalString, reason));
        }

        if (string.IsNullOrEmpty(request.State))
        {
            problems.Add(
                new InputProblem(nameof(request.State), null, "is missing; without it anybody's answer would be taken."));
        }

        // RFC 7636, 4.1: unreserved characters.
        if (request.CodeVerifier is not { Length: >= 43 and <= 128 }
            || !request.CodeVerifier.All(
                letter => char.IsAsciiLetterOrDigit(letter) || "-._~".Contains(letter, StringComparison.Ordinal)))
        {
            problems.Add(
                new InputProblem(nameof(request.CodeVerifier), null, "must be 43 to 128 letters, digits, '-', '.', '_' or '~'."));
        }

        if (problems.Count > 0)
        {
            throw new PpcAdsValidationException("The consent request", problems);
        }
    }
}
