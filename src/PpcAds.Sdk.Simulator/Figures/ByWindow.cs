using System.Runtime.CompilerServices;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>A number for each of <see cref="Metrics.Windows"/>, kept within the figures of a row: there are many.</summary>
[InlineArray(4)]
internal struct ByWindow
{
    private long _first;
}
