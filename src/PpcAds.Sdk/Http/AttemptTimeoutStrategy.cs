using Polly;
using Polly.Timeout;

namespace PpcAds.Sdk.Http;

/// <summary>Makes a failure of the call out of an attempt that took too long: transient, so that it is made again.</summary>
internal sealed class AttemptTimeoutStrategy(
    TimeSpan limit, TimeProvider timeProvider, RequestMetrics metrics) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        ResilientCall call = ResilientCall.Of(context);
        call.BeginAttempt();
        long start = timeProvider.GetTimestamp();
        Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(false);
        if (outcome.Exception is not TimeoutRejectedException exception)
        {
            return outcome;
        }

        if (call.StatusCode is null)
        {
            metrics.RecordNoResponse(call.Context, timeProvider.GetElapsedTime(start));
        }

        return Outcome.FromException<TResult>(call.Context.Broken($"no whole answer within {limit}.", exception));
    }
}
