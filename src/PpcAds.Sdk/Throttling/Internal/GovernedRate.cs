namespace PpcAds.Sdk.Throttling;

/// <summary>The rate that the governor allows one account for one class of operations now.</summary>
internal readonly record struct GovernedRate(AmazonAdsRegion Region, OperationClass OperationClass, double CallsPerSecond);
