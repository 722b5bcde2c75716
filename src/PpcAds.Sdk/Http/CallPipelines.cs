using Polly;
using Polly.Retry;
using Polly.Telemetry;
using Polly.Timeout;

namespace PpcAds.Sdk.Http;

/// <summary>
/// The one place that builds resilience pipelines. From the outside in: total time, retries, the host's own strategies
/// (<see cref="AmazonAdsClientOptions.ConfigureResilience"/>), what the kind of call needs for each attempt, the time of one
/// attempt.
/// </summary>
internal sealed class CallPipelines(AmazonAdsClientOptions options, CallServices services)
{
    /// <summary>Builds the pipeline of a kind of calls.</summary>
    /// <param name="name">Its name in Polly's telemetry (<c>pipeline.name</c>).</param>
    /// <param name="aroundAttempt">Adds strategies around each attempt, outside its time limit.</param>
    public CallExecutor Create(string name, Action<ResiliencePipelineBuilder>? aroundAttempt = null) =>
        new(new Lazy<ResiliencePipeline>(() => Build(name, aroundAttempt)), options, services.TimeProvider);

    private ResiliencePipeline Build(string name, Action<ResiliencePipelineBuilder>? aroundAttempt)
    {
        var builder = new ResiliencePipelineBuilder { Name = name, TimeProvider = services.TimeProvider };
        builder.ConfigureTelemetry(Telemetry());
        builder.AddTimeout(new TimeoutStrategyOptions
        {
            Name = "total time",
            TimeoutGenerator = _ => new ValueTask<TimeSpan>(options.TotalTimeout),
        });
        AddRetries(builder);
        if (options.ConfigureResilience is { } configure)
        {
            builder.AddNamed("host timeout", new HostTimeoutStrategy());
            configure(builder);
        }

        aroundAttempt?.Invoke(builder);
        builder.AddNamed("attempt", new AttemptTimeoutStrategy(options.AttemptTimeout, services.TimeProvider, services.Metrics));
        builder.AddTimeout(new TimeoutStrategyOptions
        {
            Name = "attempt time",
            TimeoutGenerator = _ => new ValueTask<TimeSpan>(options.AttemptTimeout),
        });
        return builder.Build();
    }

    private void AddRetries(ResiliencePipelineBuilder builder)
    {
        if (options.MaxAttempts == 1)
        {
            return;
        }

        var policy = new RetryPolicy(options, services.Random);
        builder.AddRetry(new RetryStrategyOptions
        {
            Name = "retry",
            MaxRetryAttempts = options.MaxAttempts - 1,
            ShouldHandle = args => new ValueTask<bool>(MayRetry(ResilientCall.Of(args.Context), args.Outcome.Exception)),
            DelayGenerator = static args =>
            {
                ResilientCall call = ResilientCall.Of(args.Context);
                return new ValueTask<TimeSpan?>(call.IsPaced ? TimeSpan.Zero : call.Delay);
            },
            OnRetry = args =>
            {
                ResilientCall call = ResilientCall.Of(args.Context);
                var failure = (AmazonAdsException)args.Outcome.Exception!;
                call.OnRetry(call.Attempt++, failure, call.Delay);
                services.Metrics.RecordRetry(call.Context, failure);
                RequestSpans.RecordRetry(call.Span, failure, call.Delay);
                return ValueTask.CompletedTask;
            },
        });

        // A wait that would end after the call's time is not begun.
        bool MayRetry(ResilientCall call, Exception? exception)
        {
            if (call.IsFinal || call.Attempt >= options.MaxAttempts || exception is not AmazonAdsException { IsTransient: true })
            {
                return false;
            }

            call.Delay = call.IsPaced ? call.RetryAfter ?? TimeSpan.Zero : policy.DelayAfter(call.Attempt, call.RetryAfter);
            return services.TimeProvider.GetElapsedTime(call.Start) + call.Delay < call.Context.LongestOf(options);
        }
    }

    /// <summary>
    /// Results are answers: their text form is no part of a log. Retries are logged by the client itself, with more to say.
    /// </summary>
    private TelemetryOptions Telemetry() => new()
    {
        LoggerFactory = services.LoggerFactory,
        ResultFormatter = static (_, result) => result?.GetType().Name,
        SeverityProvider = static args =>
            args.Event.Severity > ResilienceEventSeverity.Debug
                && args.Source.StrategyName is "retry" or "total time" or "attempt time"
            ? ResilienceEventSeverity.Debug
            : args.Event.Severity,
    };
}
