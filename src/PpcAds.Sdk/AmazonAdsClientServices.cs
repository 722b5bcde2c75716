using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk;

/// <summary>What a client takes from its surroundings, for use without dependency injection. Everything has a default.</summary>
public sealed class AmazonAdsClientServices
{
    /// <summary>Time; default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where log messages go. Default: none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>What the meter is made by; default: a meter of the client's own. See <see cref="PpcAdsTelemetry"/>.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>In place of the network, for tests. It stays yours: the client does not dispose it.</summary>
    public HttpMessageHandler? HttpMessageHandler { get; init; }

    /// <summary>
    /// Decides when an attempt may be made; default: an <see cref="AdaptiveRateGovernor"/> of the client's own.
    /// </summary>
    public IRateGovernor? RateGovernor { get; init; }

    /// <summary>
    /// Where the default governor keeps learned rates over a restart; a <see cref="ThrottlingOptions.StateFile"/> takes
    /// precedence. Default: none.
    /// </summary>
    public IRateStore? RateStore { get; init; }

    /// <summary>The source of the jitter between retries and of pauses.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Returns what a governor needs of these services.</summary>
    internal RateGovernorServices ToGovernorServices(RateMetrics metrics) => new()
    {
        TimeProvider = TimeProvider,
        LoggerFactory = LoggerFactory,
        RateStore = RateStore,
        Random = Random,
        Metrics = metrics,
    };

    /// <summary>The host's instruments, when there is a host.</summary>
    internal ClientMetrics? Metrics { get; init; }

    /// <summary>The host's own application, when there is one: its secret as it is now.</summary>
    internal LwaApplication? Application { get; init; }
}
