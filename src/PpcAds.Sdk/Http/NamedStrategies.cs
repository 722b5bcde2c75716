using System.Diagnostics.CodeAnalysis;
using Polly;

namespace PpcAds.Sdk.Http;

/// <summary>Adds strategies that have no options but their name.</summary>
internal static class NamedStrategies
{
    /// <summary>Adds a strategy.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="name">Its name in Polly's telemetry (<c>strategy.name</c>).</param>
    /// <param name="strategy">The strategy.</param>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "The options have no attributes that would have to be found.")]
    public static ResiliencePipelineBuilder AddNamed(
        this ResiliencePipelineBuilder builder, string name, ResilienceStrategy strategy) =>
        builder.AddStrategy(_ => strategy, new StrategyOptions(name));

    private sealed class StrategyOptions : ResilienceStrategyOptions
    {
        public StrategyOptions(string name) => Name = name;
    }
}
