using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>A headline figure.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HeadlineFigure(string Label, string Value)
{
    /// <summary>Gets the series whose colour it has: <c>spend</c>, <c>sales</c> or <c>acos</c>.</summary>
    public string? Ink { get; init; }

    /// <summary>Gets how it is to be taken, such as <c>as seen</c>.</summary>
    public string? Tag { get; init; }

    /// <summary>Gets what limits it, such as <c>25 of 28 days</c>.</summary>
    public string? Note { get; init; }

    /// <summary>Gets how it changed.</summary>
    public FigureDelta? Change { get; init; }
}
