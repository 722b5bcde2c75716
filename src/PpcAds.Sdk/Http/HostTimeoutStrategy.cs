using Polly;
using Polly.Timeout;

namespace PpcAds.Sdk.Http;

/// <summary>
/// Makes a transient failure of the call out of an attempt that a timeout strategy of the host ended. Without it the timeout
/// would pass the retries and look like the total time.
/// </summary>
internal sealed class HostTimeoutStrategy : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(false);
        return outcome.Exception is TimeoutRejectedException exception
            ? Outcome.FromException<TResult>(ResilientCall.Of(context).Context.Broken(
                $"no whole answer within {exception.Timeout}, the limit of a resilience strategy of the host.", exception))
            : outcome;
    }
}
