using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>
/// Every page, in the states that it has. A test compares it with the addresses that are mapped, so that none is forgotten.
/// </summary>
/// <param name="Synced">An account that was synced.</param>
/// <param name="New">An account that is not connected yet.</param>
/// <param name="Run">A run.</param>
/// <param name="Rows">A row of each table.</param>
internal sealed record PageList(
    AccountId Synced, AccountId New, long Run, IReadOnlyDictionary<DatasetGrain, PerformanceRowId> Rows)
{
    public static IReadOnlyList<(DatasetGrain Grain, string Path)> Tables { get; } =
    [
        (DatasetGrain.Campaign, "campaigns"), (DatasetGrain.AdGroup, "ad-groups"), (DatasetGrain.Target, "keywords"),
        (DatasetGrain.SearchTerm, "search-terms"), (DatasetGrain.Placement, "placements"),
        (DatasetGrain.AdvertisedProduct, "products"),
    ];

    /// <summary>Pages of a user who has nothing yet.</summary>
    public static IReadOnlyList<(string Name, string Address)> Empty { get; } =
    [
        ("empty", "/ads"), ("runs-empty", "/ads/runs"), ("accounts-empty", "/ads/accounts"), ("data-empty", "/ads/data"),
        ("campaigns-empty", "/ads/campaigns"),
    ];

    /// <summary>Pages of a user who has accounts in every state.</summary>
    public IEnumerable<(string Name, string Address)> All =>
    [
        ("overview", "/ads"),
        ("overview-month", "/ads?period=7d&compare=year"),
        .. Tables.Select(table => (table.Path, $"/ads/{table.Path}")),
        ("campaigns-filtered", "/ads/campaigns?state=enabled&min=spend:1&q=a&sort=-acos"),
        ("campaigns-no-match", "/ads/campaigns?q=nothing+of+the+kind"),
        .. Tables.Select(table => ($"one-of-{table.Path}", $"/ads/{table.Path}/{Uri.EscapeDataString($"{Rows[table.Grain]}")}")),
        ("data", "/ads/data"),
        ("data-problems", "/ads/data?show=problems"),
        ("accounts", "/ads/accounts"),
        ("account-new", "/ads/accounts/new"),
        ("account", $"/ads/accounts/{Synced}"),
        ("account-close", $"/ads/accounts/{Synced}/close"),
        ("connect", $"/ads/accounts/{New}/connect"),
        ("connected", $"/ads/accounts/{Synced}/connected"),
        ("refused", $"/ads/accounts/{New}/refused"),
        ("connect-failed", "/ads/connect/failed?reason=connect_state_used"),
        ("runs", "/ads/runs"),
        ("run", $"/ads/runs/{Run}"),
        ("not-found", "/ads/nothing"),
        ("bad-address", "/ads?colour=red"),
    ];
}
