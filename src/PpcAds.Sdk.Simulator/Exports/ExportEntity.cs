namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>One of the four kinds of exports: its path, its media type, the rows that a product has of it.</summary>
/// <param name="Name">The first segment of its path.</param>
/// <param name="RowsOf">Its rows.</param>
internal sealed record ExportEntity(string Name, Func<ExportRows, IEnumerable<System.Text.Json.Nodes.JsonObject>> RowsOf)
{
    public static readonly IReadOnlyList<ExportEntity> All =
    [
        new("campaigns", rows => rows.Campaigns()),
        new("adGroups", rows => rows.AdGroups()),
        new("targets", rows => rows.Targets()),
        new("ads", rows => rows.Ads()),
    ];

    public string MediaType => $"application/vnd.{Name.ToLowerInvariant()}export.v1+json";

    public bool IsTargets => Name == "targets";
}
