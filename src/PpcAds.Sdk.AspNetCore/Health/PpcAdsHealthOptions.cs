using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>When the health checks of the SDK complain.</summary>
public sealed class PpcAdsHealthOptions
{
    /// <summary>
    /// Gets or sets the datasets whose last loaded day is checked. Default: <see langword="null"/>, <c>sp.campaign</c>, or the
    /// first of <see cref="IngestionOptions.Datasets"/> when that one is not loaded. An empty list is an error.
    /// </summary>
    public string[]? Datasets { get; set; }

    /// <summary>
    /// How many days the last loaded day of a profile may be behind its yesterday before the check is degraded. Default: 2.
    /// </summary>
    public int DegradedAfterDays { get; set; } = 2;

    /// <summary>How many before it is unhealthy. Default: 5.</summary>
    public int UnhealthyAfterDays { get; set; } = 5;

    /// <summary>
    /// Gets or sets how many days before an advertiser's consent ends the check of grants is degraded. Default: 14; 0 for not
    /// before it has ended. At most 365. A consent whose end is not known is not warned of.
    /// </summary>
    public int ConsentWarningDays { get; set; } = 14;

    /// <summary>
    /// For how long the data's lag is not looked up again, since that reads the ledger of every profile. Default: 5 minutes; 0
    /// for never.
    /// </summary>
    public TimeSpan DataLagCacheDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the datasets to check: those of <see cref="Datasets"/>, or one that is loaded, if any is.</summary>
    internal IReadOnlyList<string> GetDatasets(IngestionOptions ingestion)
    {
        if (Datasets is not null)
        {
            return [.. Datasets.Distinct()];
        }

        IReadOnlyList<string> loaded = ingestion.GetDatasets();
        return loaded.Contains(Etl.Datasets.SpCampaign.Id) ? [Etl.Datasets.SpCampaign.Id] : [.. loaded.Take(1)];
    }
}
