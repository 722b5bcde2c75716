using PpcAds.Sdk.Drift;

namespace PpcAds.Sdk.Etl;

/// <summary>One load of one kind of entities.</summary>
/// <param name="Client">Whose entities are listed.</param>
/// <param name="Sink">Where they go.</param>
/// <param name="Scope">Whose they are there.</param>
/// <param name="Drift">Where differences from the documented shapes are noted.</param>
internal sealed record EntityLoad(ProfileClient Client, IEtlSink Sink, EntityScope Scope, SchemaDrift Drift)
{
    /// <summary>Which campaign each ad group is in, as far as it was listed or exported before.</summary>
    public EntityParents Parents { get; init; } = new();

    /// <summary>Called for each page that was received.</summary>
    public Action OnAnswered { get; init; } = () => { };
}
