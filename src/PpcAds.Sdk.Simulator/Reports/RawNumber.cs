namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>A number exactly as it is to stand in the JSON, for forms that no .NET number writes.</summary>
internal readonly record struct RawNumber(string Text)
{
    public override string ToString() => Text;
}
