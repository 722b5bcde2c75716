using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components.Charts;

/// <summary>How a series is drawn.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ChartLine
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A line with a filled ground.</summary>
    Area,

    /// <summary>A thin line, for what is compared with.</summary>
    Thin,
}
