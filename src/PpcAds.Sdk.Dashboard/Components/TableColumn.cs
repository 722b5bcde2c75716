using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>A column of a table.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="SortKey">What the address calls it when sorted by; <see langword="null"/> if it cannot be.</param>
/// <param name="IsNumber">Whether it stands right.</param>
/// <param name="Css">Further classes, such as <c>p3</c> for one that goes on narrow screens.</param>
/// <param name="Note">A second line of the heading.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TableColumn(
    string Label, string? SortKey = null, bool IsNumber = false, string? Css = null, string? Note = null);
