namespace PpcAds.Sdk.Throttling;

/// <summary>One class of operations of one account in one region: its law, and who waits for it.</summary>
internal sealed class RateBucket(AmazonAdsRegion region, OperationClass operationClass, RateController law)
{
    public AmazonAdsRegion Region => region;

    public OperationClass OperationClass => operationClass;

    public RateController Law => law;

    public FairQueue Waiting { get; } = new();
}
