using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>Something that failed, with the reason and what to do about it as the failure policy words them.</summary>
/// <param name="Title">What failed.</param>
/// <param name="Text">Why, and what to do.</param>
/// <param name="Kind">How bad it is.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RunFailure(string Title, string Text, StatusKind Kind);
