using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Throttling;

using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// Every API call goes through here. From the outside in: total time, retries, the rate governor (each attempt takes a
/// permit), authorisation, the time of one attempt, the wire.
/// </summary>
internal sealed class AdsPipeline(
    HttpExchange exchange,
    RetryLoop retries,
    AccessTokenSource tokens,
    IRateGovernor governor,
    AmazonAdsClientOptions options,
    TimeProvider timeProvider,
    string account,
    ILogger logger)
{
    private readonly AdmissionControl _admissions = new(governor, options, timeProvider);

    /// <summary>Makes a call.</summary>
    /// <exception cref="AmazonAdsException">It failed for good; the subclass says how.</exception>
    public Task<AdsResponse> SendAsync(AdsRequest request, CancellationToken cancellationToken)
    {
        var call = new CallContext(
            request.Operation.Name, request.ProfileId, request.Region, new SecretRedactor(tokens.Credentials.ClientSecret, tokens.Credentials.RefreshToken))
        {
            Account = account,
            Patience = request.Patience,
        };
        long start = timeProvider.GetTimestamp();
        return retries.RunAsync(
            call,
            token => AttemptAsync(call, request, start, token),
            (number, failure, delay) => HttpLog.Retrying(
                logger, call.Operation, call.ProfileId, number, ReasonFor(failure), failure.RequestId, delay),
            cancellationToken);
    }

    private async Task<Attempt<AdsResponse>> AttemptAsync(CallContext call, AdsRequest request, long start, CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        Attempt<AdsResponse> attempt = await SendOnceAsync(call, request, token, start, cancellationToken).ConfigureAwait(false);
        if (attempt.Result is { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } refusal
            && !ProfileRefusal.IsNamedBy(ErrorBody.TryRead(refusal.Body)?.Details))
        {
            // Once, also with the same token where it is too young to be the cause: a single refusal that does not say why is no verdict.
            AccessToken renewed = refusal.StatusCode == HttpStatusCode.Unauthorized ? await tokens.ReplaceAsync(token, cancellationToken).ConfigureAwait(false) : token;
            if (renewed == token)
            {
                await Task.Delay(options.RetryBaseDelay, timeProvider, cancellationToken).ConfigureAwait(false);
            }

            attempt = await SendOnceAsync(call, request, renewed, start, cancellationToken).ConfigureAwait(false);
        }

        return attempt.Result is { } response ? Judge(request, response) : attempt;
    }

    private async Task<Attempt<AdsResponse>> SendOnceAsync(
        CallContext call, AdsRequest request, AccessToken token, long start, CancellationToken cancellationToken)
    {
        var scope = new RateScope(account, request.Region, request.Operation.Class, request.ProfileId);
        Admission admission = await _admissions.AcquireAsync(call, scope, start, cancellationToken).ConfigureAwait(false);
        if (admission.Refusal is { } refusal)
        {
            return new Attempt<AdsResponse>(null, refusal, refusal.RetryAfter, IsPaced: true);
        }

        using IRatePermit permit = admission.Permit!;
        try
        {
            using HttpRequestMessage message = BuildMessage(request, token);
            AdsResponse response = await exchange.SendAsync(call, message, cancellationToken).ConfigureAwait(false);
            HttpLog.Answered(logger, call.Operation, call.ProfileId, (int)response.StatusCode, response.RequestId);
            permit.Complete(ResultOf(response.StatusCode), response.RetryAfter);
            return new Attempt<AdsResponse>(response, null);
        }
        catch (AmazonAdsException failure)
        {
            permit.Complete(AttemptResult.Failed);
            return new Attempt<AdsResponse>(null, failure);
        }
    }

    private HttpRequestMessage BuildMessage(AdsRequest request, AccessToken token)
    {
        string root = options.Endpoints[request.Region].AbsoluteUri.TrimEnd('/');
        var message = new HttpRequestMessage(request.Operation.Method, new Uri($"{root}/{request.Path}"));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        message.Headers.Add(AdsHeaders.ClientId, tokens.Credentials.ClientId);
        message.Headers.Add("Accept", request.Operation.Accept);
        message.Headers.Add("User-Agent", AdsHeaders.UserAgent);
        if (request.ProfileId is { } profileId)
        {
            message.Headers.Add(AdsHeaders.Scope, profileId.ToString());
        }

        if (request.Operation.ContentType is { } contentType)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        return message;
    }

    private Attempt<AdsResponse> Judge(AdsRequest request, AdsResponse response) =>
        response.IsSuccess || (int)response.StatusCode == request.AlsoAccepted
            ? new Attempt<AdsResponse>(response, null)
            : new Attempt<AdsResponse>(null, FailureMapper.ToException(response), response.RetryAfter, IsPaced(response.StatusCode));

    private bool IsPaced(HttpStatusCode status) => governor.PacesRetries && status == HttpStatusCode.TooManyRequests;

    private static AttemptResult ResultOf(HttpStatusCode status) => (int)status switch
    {
        429 => AttemptResult.Throttled,
        >= 500 => AttemptResult.Failed,
        _ => AttemptResult.Answered,
    };

    private static string ReasonFor(AmazonAdsException failure) =>
        failure.StatusCode is { } status ? $"status {(int)status}" : failure.Message;
}
