using Polly;

namespace PpcAds.Sdk.Tests.Http;

/// <summary>A strategy of a host that lets everything pass and keeps how each attempt ended.</summary>
internal sealed class AttemptWitness : ResilienceStrategy
{
    /// <summary>The failure of each attempt; <see langword="null"/> for one that succeeded.</summary>
    public List<Exception?> Outcomes { get; } = [];

    public void AddTo(ResiliencePipelineBuilder builder) => builder.AddStrategy(_ => this, new Options());

    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        Outcome<TResult> outcome = await callback(context, state);
        Outcomes.Add(outcome.Exception);
        return outcome;
    }

    private sealed class Options : ResilienceStrategyOptions;
}
