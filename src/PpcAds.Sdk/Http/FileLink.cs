namespace PpcAds.Sdk.Http;

/// <summary>A presigned link to a file. The link is a secret: it has no text form.</summary>
/// <param name="Operation">Our name for the download.</param>
/// <param name="Subject">What the file is of, for messages: <c>report</c> or <c>export</c>.</param>
/// <param name="Url">The link.</param>
/// <param name="Region">The region whose limits the download counts towards.</param>
/// <param name="ProfileId">The profile whose file it is.</param>
internal sealed record FileLink(string Operation, string Subject, Uri Url, AmazonAdsRegion Region, ProfileId ProfileId)
{
    public override string ToString() => $"{Operation} for profile {ProfileId}";
}
