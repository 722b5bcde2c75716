using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>Something that needs a person.</summary>
/// <param name="Kind">How bad it is.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">Since when, and what follows.</param>
/// <param name="ActionLabel">The one thing to do.</param>
/// <param name="ActionPath">Where; <see langword="null"/> for nothing to do.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AttentionItem(
    StatusKind Kind, string Title, string Text, string? ActionLabel = null, string? ActionPath = null);
