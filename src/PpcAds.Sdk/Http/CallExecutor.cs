using System.Diagnostics;
using Polly;
using Polly.Timeout;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Http;

/// <summary>Runs calls through a resilience pipeline, and gives each failure its type.</summary>
/// <param name="pipeline">
/// See <see cref="CallPipelines"/>; built with the first call, since a program that downloads nothing need not pay for that
/// pipeline at its start.
/// </param>
/// <param name="options">The limits.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class CallExecutor(Lazy<ResiliencePipeline> pipeline, AmazonAdsClientOptions options, TimeProvider timeProvider)
{
    /// <summary>Runs attempts until one succeeds, or until the failure is final.</summary>
    /// <param name="call">What is called; new for each call.</param>
    /// <param name="attemptAsync">One attempt.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    /// <exception cref="AmazonAdsException">The call failed for good.</exception>
    public async Task<T> RunAsync<TCall, T>(
        TCall call, Func<TCall, CancellationToken, Task<T>> attemptAsync, CancellationToken cancellationToken)
        where TCall : ResilientCall
    {
        using Activity? span = RequestSpans.Start(call.Context);
        call.Span = span;
        call.Start = timeProvider.GetTimestamp();
        ResilienceContext context = ResilienceContextPool.Shared.Get(
            call.Context.Operation, continueOnCapturedContext: false, cancellationToken);
        call.AddTo(context);
        try
        {
            Outcome<object> outcome = await pipeline.Value.ExecuteOutcomeAsync(
                static (context, attempts) => attempts(context.CancellationToken),
                context,
                (Func<CancellationToken, ValueTask<Outcome<object>>>)(
                    token => AttemptAsync(attemptAsync, call, token))).ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw FailureOf(call, exception);
            }

            return (T)outcome.Result!;
        }
        catch (Exception exception)
        {
            PpcAdsActivity.RecordFailure(span, exception);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Exception FailureOf(ResilientCall call, Exception exception) => exception switch
    {
        TimeoutRejectedException => call.Context.Broken(
            $"not done within the total time of {options.TotalTimeout}, after {call.Attempt} attempts.", exception),
        ExecutionRejectedException =>
            call.Context.Broken($"a resilience strategy of the host did not let it pass: {exception.Message}", exception),
        _ => exception,
    };

    /// <summary>
    /// Strategies take failures as values. Results are objects to them: of each further type a native program would pay for at
    /// its start.
    /// </summary>
    private static async ValueTask<Outcome<object>> AttemptAsync<TCall, T>(
        Func<TCall, CancellationToken, Task<T>> attemptAsync, TCall call, CancellationToken cancellationToken)
        where TCall : ResilientCall
    {
        try
        {
            return Outcome.FromResult<object>(await attemptAsync(call, cancellationToken).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown at the end.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Outcome.FromException<object>(exception);
        }
    }
}
