using System.Diagnostics;
using Polly;

namespace PpcAds.Sdk.Http;

/// <summary>A call on its way through a <see cref="CallExecutor"/>: the state that its strategies share.</summary>
/// <param name="context">What the call is.</param>
internal class ResilientCall(CallContext context)
{
    private static readonly ResiliencePropertyKey<ResilientCall> Key = new("PpcAds.Call");

    public CallContext Context { get; } = context;

    /// <summary>Receives the number of the failed attempt, its failure and the wait before the next.</summary>
    public required Action<int, AmazonAdsException, TimeSpan> OnRetry { get; init; }

    /// <summary>The timestamp at which the call began.</summary>
    public long Start { get; set; }

    public Activity? Span { get; set; }

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>The status that answered the attempt; <see langword="null"/> when none did.</summary>
    public int? StatusCode { get; set; }

    /// <summary>How long Amazon asked to wait.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>
    /// Whether the rate governor holds the next attempt back: waiting before it as well would be waiting twice.
    /// </summary>
    public bool IsPaced { get; set; }

    /// <summary>Whether the failure is not one of this call, and has had its own retries.</summary>
    public bool IsFinal { get; set; }

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Delay { get; set; }

    public static ResilientCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void AddTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Forgets the attempt before.</summary>
    public void BeginAttempt() => (StatusCode, RetryAfter, IsPaced) = (null, null, false);

    /// <summary>Notes an answer.</summary>
    public void Answer(int statusCode, TimeSpan? retryAfter) => (StatusCode, RetryAfter) = (statusCode, retryAfter);
}
