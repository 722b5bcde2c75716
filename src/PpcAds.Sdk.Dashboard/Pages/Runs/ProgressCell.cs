using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>How far a step is.</summary>
/// <param name="Kind">Its status.</param>
/// <param name="Word">The same in words, or how much it loaded.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ProgressCell(StatusKind Kind, string Word);
