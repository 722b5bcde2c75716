using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Authentication;

/// <summary>Speaks to Login with Amazon's token endpoint. Outside the pipeline of API calls, which needs its tokens.</summary>
/// <param name="exchange">The wire.</param>
/// <param name="executor">Repeats what is transient.</param>
/// <param name="options">Where the endpoint is.</param>
/// <param name="logger">Logs retries.</param>
/// <param name="application">The host's own application, if it has one.</param>
internal sealed class LwaTokenClient(
    HttpExchange exchange,
    CallExecutor executor,
    AmazonAdsClientOptions options,
    ILogger logger,
    LwaApplication? application = null)
{
    /// <summary>Its pipeline's name in telemetry.</summary>
    public const string PipelineName = "PpcAds.LoginWithAmazon";

    private const string Operation = "lwa.token";

    /// <summary>Trades the refresh token for an access token (OAuth 2, grant type <c>refresh_token</c>).</summary>
    /// <exception cref="AmazonAdsAuthenticationException">Login with Amazon refuses.</exception>
    public Task<LwaTokenResponse> RefreshAsync(LwaCredentials credentials, CancellationToken cancellationToken)
    {
        // The secret that was stored with a grant is as old as the grant; the host's is the one that Amazon knows now.
        string secret = application?.ClientId == credentials.ClientId ? application.ClientSecret : credentials.ClientSecret;
        return AskAsync(
            [
                new("grant_type", "refresh_token"),
                new("refresh_token", credentials.RefreshToken),
                new("client_id", credentials.ClientId),
                new("client_secret", secret),
            ],
            new SecretRedactor(secret, credentials.ClientSecret, credentials.RefreshToken),
            "The refresh token was revoked, has ended 365 days after consent, or belongs to another client id: the advertiser "
            + "must give consent again.",
            cancellationToken);
    }

    /// <summary>
    /// Trades the code of a consent for the grant's credentials (OAuth 2, grant type <c>authorization_code</c>, with PKCE).
    /// </summary>
    /// <exception cref="AmazonAdsAuthenticationException">Login with Amazon refuses.</exception>
    public async Task<LwaCredentials> ExchangeAsync(
        LwaApplication client, string code, ConsentRequest request, CancellationToken cancellationToken)
    {
        LwaTokenResponse response = await AskAsync(
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("redirect_uri", request.RedirectUri.AbsoluteUri),
                new("code_verifier", request.CodeVerifier),
                new("client_id", client.ClientId),
                new("client_secret", client.ClientSecret),
            ],
            new SecretRedactor(client.ClientSecret, code, request.CodeVerifier, request.State),
            "The code was used already, is older than 5 minutes, or was given to another application or return address: "
            + "begin again.",
            cancellationToken).ConfigureAwait(false);
        return response.RefreshToken is { Length: > 0 } refreshToken
            ? new LwaCredentials(client.ClientId, client.ClientSecret, refreshToken)
            : throw new AmazonAdsAuthenticationException(
                "Login with Amazon took the code and gave no refresh token, without which nothing can be synced: begin again.",
                new AmazonAdsFailure { Operation = Operation });
    }

    private Task<LwaTokenResponse> AskAsync(
        KeyValuePair<string, string>[] form,
        SecretRedactor redactor,
        string whenGrantIsInvalid,
        CancellationToken cancellationToken)
    {
        var call = new ResilientCall(new CallContext(Operation, null, null, redactor))
        {
            OnRetry = (number, failure, delay) => AuthenticationLog.TokenRequestRetried(logger, number, failure.Message, delay),
        };
        return executor.RunAsync(
            call, (attempt, token) => AskOnceAsync(attempt, form, whenGrantIsInvalid, token), cancellationToken);
    }

    private async Task<LwaTokenResponse> AskOnceAsync(
        ResilientCall call, KeyValuePair<string, string>[] form, string whenGrantIsInvalid, CancellationToken cancellationToken)
    {
        // In the body, never in the query: URLs end up in logs.
        using var message = new HttpRequestMessage(
            HttpMethod.Post, options.Endpoints.Token)
        { Content = new FormUrlEncodedContent(form) };
        message.Headers.Add("Accept", "application/json");
        message.Headers.Add("User-Agent", AdsHeaders.UserAgent);
        AdsResponse response = await exchange.SendAsync(call, message, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? ReadTokens(response) : throw ToException(response, whenGrantIsInvalid);
    }

    /// <summary>An answer without a token that can be sent is no verdict on the grant: the next one may have it.</summary>
    private static LwaTokenResponse ReadTokens(AdsResponse response)
    {
        LwaTokenResponse? tokens = null;
        response.Read((ref reader) => tokens = LwaTokenResponse.Read(ref reader));
        return tokens!.Problem is not { } problem ? tokens : throw new AmazonAdsAuthenticationException(
            $"Login with Amazon answered {(int)response.StatusCode} with {problem} (request id "
            + $"{response.RequestId ?? "none"}). Nothing was sent with it; try again later.",
            new AmazonAdsFailure
            {
                StatusCode = response.StatusCode,
                RequestId = response.RequestId,
                Operation = response.Call.Operation,
                IsTransient = true,
            });
    }

    private static AmazonAdsAuthenticationException ToException(AdsResponse response, string whenGrantIsInvalid)
    {
        ErrorBody? body = ErrorBody.TryRead(response.Body);
        var failure = new AmazonAdsFailure
        {
            StatusCode = response.StatusCode,
            ErrorCode = body?.Code,
            Details = body?.Details is { } details ? response.Call.Redactor.Redact(details) : null,
            RequestId = response.RequestId ?? body?.RequestId,
            Operation = response.Call.Operation,
            ResponseExcerpt = body is null ? response.Excerpt() : null,
            IsTransient = RetryPolicy.IsTransient((int)response.StatusCode),
        };
        string said = failure.ErrorCode is null ? failure.ResponseExcerpt ?? "" : $"{failure.ErrorCode}, {failure.Details}";
        return new AmazonAdsAuthenticationException(
            $"Login with Amazon answered {(int)response.StatusCode}: {said} (request id {failure.RequestId ?? "none"}). "
            + Advice(failure, whenGrantIsInvalid),
            failure);
    }

    private static string Advice(AmazonAdsFailure failure, string whenGrantIsInvalid) => failure switch
    {
        { IsTransient: true } => "The fault is Amazon's; try later.",
        { ErrorCode: "invalid_grant" } => whenGrantIsInvalid,
        { ErrorCode: "invalid_client" } => "The client id or the client secret is wrong; compare both with the security profile.",
        { ErrorCode: "unauthorized_client" } => "This client may not use the Ads API; apply for access for its client id.",
        _ => "The request was refused as it stands; check client id, client secret and refresh token.",
    };
}
