using Polly;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// Takes a permit from the rate governor for each attempt. The call does not wait for a pause that is longer than its time limit:
/// it fails immediately and states when the pause ends, instead of with a timeout that does not show the cause.
/// </summary>
internal sealed class RatePermitStrategy(
    IRateGovernor governor, AmazonAdsClientOptions options, TimeProvider timeProvider) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var call = (RatedCall)ResilientCall.Of(context);
        if (governor.GetPause(call.Scope) is { } pause
            && timeProvider.GetElapsedTime(call.Start) + pause >= call.Context.LongestOf(options))
        {
            return Refuse<TResult>(call, pause);
        }

        IRatePermit permit;
        try
        {
            permit = await governor.AcquireAsync(call.Scope, context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            // A pause may have begun while this call waited. A caller's own cancellation is reported at the end of the call.
            return governor.GetPause(call.Scope) is { } late
                ? Refuse<TResult>(call, late)
                : Outcome.FromException<TResult>(exception);
        }

        using (permit)
        {
            Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(false);
            if (outcome.Exception is null or AmazonAdsException)
            {
                permit.Complete(ResultOf(call), call.RetryAfter);
            }

            return outcome;
        }
    }

    private Outcome<TResult> Refuse<TResult>(RatedCall call, TimeSpan pause)
    {
        call.BeginAttempt();
        (call.RetryAfter, call.IsPaced) = (pause, true);
        return Outcome.FromException<TResult>(call.Context.Throttled(timeProvider.GetUtcNow() + pause, pause));
    }

    private static AttemptResult ResultOf(RatedCall call) => call.StatusCode switch
    {
        { } status when call.Context.IsThrottledBy(status) => AttemptResult.Throttled,
        null or >= 500 => AttemptResult.Failed,
        _ => AttemptResult.Answered,
    };
}
