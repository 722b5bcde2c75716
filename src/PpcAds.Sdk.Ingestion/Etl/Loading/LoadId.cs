namespace PpcAds.Sdk.Etl;

/// <summary>What a sink remembers a load by: the same report loaded again is the same load.</summary>
/// <param name="Value">The name, at most 100 characters, such as <c>report/{reportId}</c>.</param>
public readonly record struct LoadId(string Value)
{
    /// <summary>The name.</summary>
    public override string ToString() => Value;
}
