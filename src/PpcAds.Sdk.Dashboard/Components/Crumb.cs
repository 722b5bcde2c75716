using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>A step of the way down to a page.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Address">Its address; <see langword="null"/> for the page itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record Crumb(string Label, string? Address = null);
