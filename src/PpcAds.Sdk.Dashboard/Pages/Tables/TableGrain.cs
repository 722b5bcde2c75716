using System.ComponentModel;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Tables;

/// <summary>What the pages of a grain are called and have. A further grain is a further line.</summary>
/// <param name="Grain">What a row is about.</param>
/// <param name="Path">The path of its table.</param>
/// <param name="Title">The title of its table.</param>
/// <param name="One">A row in words.</param>
/// <param name="Many">Several rows in words.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TableGrain(DatasetGrain Grain, string Path, string Title, string One, string Many)
{
    /// <summary>Gets all grains, in the order of the rail.</summary>
    public static IReadOnlyList<TableGrain> All { get; } =
    [
        new(DatasetGrain.Campaign, "/campaigns", "Campaigns", "campaign", "campaigns")
        {
            Children = [DatasetGrain.AdGroup, DatasetGrain.Placement],
        },
        new(DatasetGrain.AdGroup, "/ad-groups", "Ad groups", "ad group", "ad groups")
        {
            Children = [DatasetGrain.Target, DatasetGrain.AdvertisedProduct],
        },
        new(DatasetGrain.Target, "/keywords", "Keywords", "keyword or target", "keywords and targets")
        {
            Children = [DatasetGrain.SearchTerm],
        },
        new(DatasetGrain.SearchTerm, "/search-terms", "Search terms", "search term", "search terms"),
        new(DatasetGrain.Placement, "/placements", "Placements", "placement", "placements"),
        new(DatasetGrain.AdvertisedProduct, "/products", "Products", "product", "products"),
    ];

    /// <summary>Gets what rows of it are made of.</summary>
    public IReadOnlyList<DatasetGrain> Children { get; init; } = [];

    /// <summary>Gets a value that indicates whether rows have a state of their own.</summary>
    public bool HasState => Grain is DatasetGrain.Campaign or DatasetGrain.AdGroup or DatasetGrain.Target;

    /// <summary>Gets the grain of rows.</summary>
    /// <param name="grain">What they are about.</param>
    public static TableGrain Of(DatasetGrain grain) => All.First(one => one.Grain == grain);

    /// <summary>Gets the dataset that a row's figures come from.</summary>
    /// <param name="row">The row.</param>
    public Dataset DatasetOf(PerformanceRowId row) =>
        Datasets.All.First(dataset => dataset.Grain == Grain && dataset.AdProduct == row.AdProduct);

    /// <summary>Gets the name that a row goes by.</summary>
    /// <param name="row">The row.</param>
    public string NameOf(PerformanceTableRow row) => row.Name is { Length: > 0 } name
        ? name
        : Grain switch
        {
            DatasetGrain.Campaign => $"Campaign {row.CampaignId}",
            DatasetGrain.AdGroup => $"Ad group {row.AdGroupId}",
            DatasetGrain.Target when row.TargetId is { } target => $"Target {target}",
            DatasetGrain.Target => "Without a target",
            _ => $"Without a {One}",
        };
}
