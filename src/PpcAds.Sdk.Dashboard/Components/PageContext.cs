using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>What all parts of a page know about the request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PageContext
{
    /// <summary>Gets the address of the dashboard, such as <c>/ads</c>.</summary>
    public required string Root { get; init; }

    /// <summary>Gets the address of the assets; it changes with them.</summary>
    public required string Assets { get; init; }

    /// <summary>Gets the address of this page with its query, to come back to.</summary>
    public required string Address { get; init; }

    /// <summary>Gets <c>light</c>, <c>dark</c>, or <see langword="null"/> for the system's.</summary>
    public string? Theme { get; init; }

    /// <summary>Gets the places of the dashboard that there are.</summary>
    public required IReadOnlyList<NavPlace> Places { get; init; }

    /// <summary>Gets the name and the value of the field by which a form shows that it is one of these pages.</summary>
    public required (string Name, string Value) Antiforgery { get; init; }

    /// <summary>Gets what the last form did.</summary>
    public Flash? Flash { get; init; }

    /// <summary>Gets whether a run is open.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Gets how many accounts need the advertiser's consent.</summary>
    public int NeedConsent { get; init; }

    /// <summary>Gets the time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Returns the address of a page.</summary>
    /// <param name="path">Its path within the dashboard, such as <c>/accounts</c>.</param>
    public string To(string path) => path.Length == 0 && Root.Length == 0 ? "/" : Root + path;

    /// <summary>Returns whether there is a page, so that nothing links to one that is not there.</summary>
    /// <param name="path">Its path within the dashboard.</param>
    public bool Has(string path) => Places.Any(place => place.Path == path);
}
