using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk;

/// <summary>The options of <c>AddAmazonAdsClient</c>. They are validated when the host starts.</summary>
public sealed class AmazonAdsOptions
{
    /// <summary>Gets or sets how calls to Amazon are made.</summary>
    public AmazonAdsClientOptions Client { get; set; } = new();

    /// <summary>
    /// Gets or sets the host's own Login with Amazon application. It is needed to let advertisers connect their accounts; and its
    /// secret is used for every grant that was given to it, so that a renewed secret is changed here only. Default:
    /// <see langword="null"/>, none.
    /// </summary>
    public LwaApplication? Application { get; set; }

    /// <summary>
    /// Returns what is wrong with the options, one sentence for each problem. They are checked when the host starts.
    /// </summary>
    public IReadOnlyList<string> GetProblems() =>
    [
        .. AmazonAdsClientOptionsRules.Check(Client).Select(problem => $"PpcAds: {nameof(Client)}.{problem}"),
        .. LwaApplicationRules.Check(Application).Select(problem => $"PpcAds: {nameof(Application)}.{problem}"),
    ];
}
