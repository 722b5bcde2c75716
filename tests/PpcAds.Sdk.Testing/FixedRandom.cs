namespace PpcAds.Sdk.Testing;

/// <summary>Randomness that is always the same.</summary>
public sealed class FixedRandom(double value) : Random
{
    public override double NextDouble() => value;
}
