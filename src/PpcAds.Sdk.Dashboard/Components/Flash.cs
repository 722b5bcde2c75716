using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>The one line that says what a form did, on the page that it led to.</summary>
/// <param name="Text">The line.</param>
/// <param name="ActionLabel">What can be done next, such as undoing it; <see langword="null"/> for nothing.</param>
/// <param name="ActionPath">The path within the dashboard that does it.</param>
/// <param name="IsPost">Whether it changes something.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record Flash(string Text, string? ActionLabel = null, string? ActionPath = null, bool IsPost = false);
