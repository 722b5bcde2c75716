using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Http;

/// <summary>What pipelines are built with, besides options.</summary>
internal sealed record CallServices(
    Random Random, TimeProvider TimeProvider, RequestMetrics Metrics, ILoggerFactory LoggerFactory);
