using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk;

/// <summary>The options of <c>AddPpcAds</c>. They are checked when the host starts.</summary>
public sealed class PpcAdsOptions
{
    /// <summary>How calls to Amazon are made.</summary>
    public AmazonAdsClientOptions Client { get; set; } = new();

    /// <summary>
    /// The host's own Login with Amazon application. Needed to let advertisers connect their accounts; and its secret is used for
    /// every grant that was given to it, so that a renewed secret is changed here only. Default: none.
    /// </summary>
    public LwaApplication? Application { get; set; }

    /// <summary>
    /// Gets or sets whether the host starts when its database cannot be reached: health reports it, endpoints answer 503, and the
    /// tables are prepared once the database can be reached. Default: <see langword="false"/>, the host does not start.
    /// </summary>
    public bool ContinueWithoutStore { get; set; }

    /// <summary>How data is brought into the tables.</summary>
    public IngestionOptions Ingestion { get; set; } = new();
}
