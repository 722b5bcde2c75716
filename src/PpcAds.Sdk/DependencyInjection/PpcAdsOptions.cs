using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk;

/// <summary>The options of <c>AddPpcAds</c>. They are checked when the host starts.</summary>
public sealed class PpcAdsOptions
{
    /// <summary>How calls to Amazon are made.</summary>
    public AmazonAdsClientOptions Client { get; set; } = new();

    /// <summary>How data is brought into the tables.</summary>
    public IngestionOptions Ingestion { get; set; } = new();
}
