using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>What a cell says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum CellKind
{
    /// <summary>A figure; 0 is one.</summary>
    Figure,

    /// <summary>The dataset does not report it.</summary>
    NotReported,

    /// <summary>A rate without a divisor.</summary>
    NoDivisor,

    /// <summary>The day was never loaded.</summary>
    NotLoaded,
}
