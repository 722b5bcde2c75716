using System.Diagnostics;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Http;

/// <summary>Repeats attempts whose failure is transient, within a limit of tries and of total time.</summary>
internal sealed class RetryLoop(AmazonAdsClientOptions options, Random random, TimeProvider timeProvider, RequestMetrics metrics)
{
    private readonly RetryPolicy _policy = new(options, random);

    /// <summary>Runs attempts until one succeeds, or until the failure is final.</summary>
    /// <param name="call">What is called.</param>
    /// <param name="attemptAsync">One attempt; it throws only what no retry can mend.</param>
    /// <param name="onRetry">Told the number of the failed attempt, its failure and the wait.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public async Task<T> RunAsync<T>(
        CallContext call,
        Func<CancellationToken, Task<Attempt<T>>> attemptAsync,
        Action<int, AmazonAdsException, TimeSpan> onRetry,
        CancellationToken cancellationToken)
    {
        using Activity? span = RequestSpans.Start(call);
        return await PpcAdsActivity.RunAsync(span, () => RunAsync(call, attemptAsync, onRetry, span, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<T> RunAsync<T>(
        CallContext call,
        Func<CancellationToken, Task<Attempt<T>>> attemptAsync,
        Action<int, AmazonAdsException, TimeSpan> onRetry,
        Activity? span,
        CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.TotalTimeout, timeProvider, cancellationToken);
        long start = timeProvider.GetTimestamp();
        for (int number = 1; ; number++)
        {
            Attempt<T> attempt;
            try
            {
                attempt = await attemptAsync(deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (deadline.HasPassed)
            {
                throw call.Broken($"not done within the total time of {options.TotalTimeout}, after {number} attempts.", exception);
            }

            if (attempt.Failure is null)
            {
                return attempt.Result!;
            }

            cancellationToken.ThrowIfCancellationRequested();

            TimeSpan delay = attempt.IsPaced ? attempt.RetryAfter ?? TimeSpan.Zero : _policy.DelayAfter(number, attempt.RetryAfter);
            if (!attempt.Failure.IsTransient || number >= options.MaxAttempts || timeProvider.GetElapsedTime(start) + delay >= call.LongestOf(options))
            {
                throw attempt.Failure;
            }

            onRetry(number, attempt.Failure, delay);
            metrics.RecordRetry(call, attempt.Failure);
            RequestSpans.RecordRetry(span, attempt.Failure, delay);
            if (!attempt.IsPaced)
            {
                await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
