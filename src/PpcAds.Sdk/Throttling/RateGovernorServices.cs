using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Throttling;

/// <summary>What a governor takes from its surroundings, for use without <c>AddPpcAds</c>. Everything has a default.</summary>
public sealed class RateGovernorServices
{
    /// <summary>Gets the time. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets where log messages go. Default: none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Gets what creates the meter. Default: a meter of the governor's own.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>
    /// Gets where learned rates are kept over a restart; a <see cref="ThrottlingOptions.StateFile"/> takes precedence. Default:
    /// none.
    /// </summary>
    public IRateStore? RateStore { get; init; }

    /// <summary>Gets the source of the jitter of pauses.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>The host's or the client's instruments, if there are any.</summary>
    internal RateMetrics? Metrics { get; init; }
}
