using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Authentication;

/// <summary>Speaks to Login with Amazon's token endpoint. Outside the pipeline of API calls, which needs its tokens.</summary>
internal sealed class LwaTokenClient(HttpExchange exchange, RetryLoop retries, AmazonAdsClientOptions options, ILogger logger)
{
    /// <summary>Trades the refresh token for an access token (OAuth 2, grant type <c>refresh_token</c>).</summary>
    /// <exception cref="AmazonAdsAuthenticationException">Login with Amazon refuses.</exception>
    public Task<LwaTokenResponse> RefreshAsync(LwaCredentials credentials, CancellationToken cancellationToken)
    {
        var call = new CallContext("lwa.token", null, null, SecretRedactor.For(credentials));
        return retries.RunAsync(
            call,
            token => AttemptAsync(call, credentials, token),
            (number, failure, delay) => AuthenticationLog.TokenRequestRetried(logger, number, failure.Message, delay),
            cancellationToken);
    }

    private async Task<Attempt<LwaTokenResponse>> AttemptAsync(
        CallContext call, LwaCredentials credentials, CancellationToken cancellationToken)
    {
        // In the body, never in the query: URLs end up in logs.
        using var message = new HttpRequestMessage(HttpMethod.Post, options.Endpoints.Token)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "refresh_token"),
                new("refresh_token", credentials.RefreshToken),
                new("client_id", credentials.ClientId),
                new("client_secret", credentials.ClientSecret),
            ]),
        };
        message.Headers.Add("Accept", "application/json");
        message.Headers.Add("User-Agent", AdsHeaders.UserAgent);
        try
        {
            AdsResponse response = await exchange.SendAsync(call, message, cancellationToken).ConfigureAwait(false);
            return response.IsSuccess
                ? new Attempt<LwaTokenResponse>(response.Read(AuthenticationJsonContext.Default.LwaTokenResponse), null)
                : new Attempt<LwaTokenResponse>(null, ToException(response), response.RetryAfter);
        }
        catch (AmazonAdsException failure) when (failure.IsTransient)
        {
            return new Attempt<LwaTokenResponse>(null, failure);
        }
    }

    private static AmazonAdsAuthenticationException ToException(AdsResponse response)
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
            $"Login with Amazon answered {(int)response.StatusCode}: {said} (request id {failure.RequestId ?? "none"}). {Advice(failure)}", failure);
    }

    private static string Advice(AmazonAdsFailure failure) => failure switch
    {
        { IsTransient: true } => "The fault is Amazon's; try later.",
        { ErrorCode: "invalid_grant" } => "The refresh token was revoked, or belongs to another client id: the advertiser must give consent again.",
        { ErrorCode: "invalid_client" } => "The client id or the client secret is wrong; compare both with the security profile.",
        { ErrorCode: "unauthorized_client" } => "This client may not use the Ads API; apply for access for its client id.",
        _ => "The request was refused as it stands; check client id, client secret and refresh token.",
    };
}
