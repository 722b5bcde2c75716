using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Dashboard.Tests.Hosting;

/// <summary>What a test needs otherwise.</summary>
internal sealed record DashboardSetup
{
    public Action<SimulatorOptions>? Amazon { get; init; }

    public Action<PpcAdsOptions>? Sdk { get; init; }

    /// <summary>Services that stand before those of the SDK.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Services that stand in place of those of the SDK.</summary>
    public Action<IServiceCollection>? Replacements { get; init; }

    /// <summary>The storage in place of that in memory.</summary>
    public Action<IPpcAdsBuilder>? Storage { get; init; }

    public Action<PpcAdsDashboardOptions>? Limits { get; init; }

    public string Environment { get; init; } = "Production";

    public bool HasWorker { get; init; }
}
