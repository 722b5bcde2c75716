using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>The state of a page, all of which stands in its address.</summary>
/// <param name="Path">The path, such as <c>/ads/campaigns</c>.</param>
/// <param name="Values">The parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record UrlState(string Path, IReadOnlyList<(string Name, string Value)> Values)
{
    /// <summary>Gets a parameter; <see langword="null"/> if it is not given.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name] =>
        Values.FirstOrDefault(pair => pair.Name == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>Returns the address of the same page with changed parameters.</summary>
    /// <param name="changes">The parameters that change; <see langword="null"/> leaves one out.</param>
    public string With(params IEnumerable<(string Name, string? Value)> changes) => Change(Path, changes);

    /// <summary>Returns the address of another page with the same parameters, but for the changed ones.</summary>
    /// <param name="path">The path of the page.</param>
    /// <param name="changes">The parameters that change; <see langword="null"/> leaves one out.</param>
    public string Change(string path, params IEnumerable<(string Name, string? Value)> changes)
    {
        (string Name, string? Value)[] changed = [.. changes];
        IEnumerable<string> query = Values
            .Where(pair => pair.Value.Length > 0 && changed.All(change => change.Name != pair.Name))
            .Concat(changed.Where(change => !string.IsNullOrEmpty(change.Value)).Select(change => (change.Name, change.Value!)))
            .Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}");
        string text = string.Join('&', query);
        return text.Length == 0 ? path : $"{path}?{text}";
    }
}
