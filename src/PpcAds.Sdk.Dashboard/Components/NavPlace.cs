using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>A place of the dashboard.</summary>
/// <param name="Group">The heading that it stands under.</param>
/// <param name="Label">Its name.</param>
/// <param name="Path">Its path within the dashboard.</param>
/// <param name="Icon">Its icon.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record NavPlace(string Group, string Label, string Path, string Icon)
{
    private const string Performance = "Performance";
    private const string Sync = "Sync";

    /// <summary>Gets all places, in the order of the rail. Those whose pages are not mapped are left out of it.</summary>
    public static IReadOnlyList<NavPlace> All { get; } =
    [
        new(Performance, "Overview", "", "home"),
        new(Performance, "Campaigns", "/campaigns", "camp"),
        new(Performance, "Ad groups", "/ad-groups", "group"),
        new(Performance, "Keywords", "/keywords", "key"),
        new(Performance, "Search terms", "/search-terms", "term"),
        new(Performance, "Placements", "/placements", "place"),
        new(Performance, "Products", "/products", "prod"),
        new(Sync, "Runs", "/runs", "run"),
        new(Sync, "Data", "/data", "data"),
        new("Setup", "Accounts", "/accounts", "acc"),
    ];
}
