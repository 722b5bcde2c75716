using System.Net;
using Polly;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// Gives each attempt an access token, repeats one that was refused without a reason, once, and makes a failure out of an answer
/// that is one.
/// </summary>
internal sealed class AuthorizationStrategy(
    AccessTokenSource tokens,
    IRateGovernor governor,
    AmazonAdsClientOptions options,
    TimeProvider timeProvider) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var call = (ApiCall)ResilientCall.Of(context);
        try
        {
            AccessToken token = call.Token = await tokens.GetAsync(context.CancellationToken).ConfigureAwait(false);
            Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(false);
            if (outcome.Result is AdsResponse refusal && IsRefusalWithoutReason(refusal))
            {
                call.Token = await ReplaceAsync(token, refusal, context.CancellationToken).ConfigureAwait(false);
                outcome = await callback(context, state).ConfigureAwait(false);
            }

            return outcome.Result is AdsResponse response && !IsAccepted(call.Request, response)
                ? Fail<TResult>(call, response)
                : outcome;
        }
        catch (Exception exception) when (exception is AmazonAdsException or OperationCanceledException)
        {
            // Requests of tokens are calls with retries of their own.
            call.IsFinal = true;
            return Outcome.FromException<TResult>(exception);
        }
    }

    private static bool IsRefusalWithoutReason(AdsResponse response) =>
        response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        && !ProfileRefusal.IsNamedBy(ErrorBody.TryRead(response.Body)?.Details);

    private static bool IsAccepted(AdsRequest request, AdsResponse response) =>
        response.IsSuccess || (int)response.StatusCode == request.AlsoAccepted;

    /// <summary>
    /// The same token again where it is too young to be the cause: a single refusal that does not say why is no verdict.
    /// </summary>
    private async Task<AccessToken> ReplaceAsync(AccessToken token, AdsResponse refusal, CancellationToken cancellationToken)
    {
        AccessToken renewed = refusal.StatusCode == HttpStatusCode.Unauthorized
            ? await tokens.ReplaceAsync(token, cancellationToken).ConfigureAwait(false)
            : token;
        if (renewed == token)
        {
            await Task.Delay(options.RetryBaseDelay, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return renewed;
    }

    private Outcome<TResult> Fail<TResult>(ApiCall call, AdsResponse response)
    {
        call.IsPaced = governor.PacesRetries && response.StatusCode == HttpStatusCode.TooManyRequests;
        return Outcome.FromException<TResult>(FailureMapper.ToException(response));
    }
}
