using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Etl;
using QuickStart.Store;

namespace QuickStart;

/// <summary>What the command line says.</summary>
internal sealed record Settings(
    IStore Store, DateOnly? AsOf, int Seed, int Profiles, int Campaigns, int Days, bool Plain, bool Refresh, bool Chaos,
        bool AllProducts, bool Real,
    bool Trace, LogLevel LogLevel, bool Serve, bool Open, int Port)
{
    /// <summary>The kinds of entities; null for all.</summary>
    public IReadOnlyList<string>? Entities => AllProducts ? null : ["sp.campaigns", "sp.ad_groups", "sp.keywords"];

    /// <summary>The datasets.</summary>
    public IReadOnlyList<Dataset> Datasets =>
        AllProducts ? PpcAds.Sdk.Etl.Datasets.All : [PpcAds.Sdk.Etl.Datasets.SpAdGroup, PpcAds.Sdk.Etl.Datasets.SpCampaign, PpcAds.Sdk.Etl.Datasets.SpTarget];

    /// <summary>Fixed, so that runs repeat.</summary>
    public static readonly DateOnly DefaultAsOf = new(2026, 3, 15);

    /// <summary>How long after the last load a refresh takes place, if no day is given.</summary>
    public const int RefreshAfterDays = 7;
}
