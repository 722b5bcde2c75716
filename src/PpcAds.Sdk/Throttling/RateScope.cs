namespace PpcAds.Sdk.Throttling;

/// <summary>What an attempt counts against.</summary>
/// <param name="Account">A name for the account: no secret, the same for all its calls.</param>
/// <param name="Region">The region whose host is called.</param>
/// <param name="OperationClass">The group of operations.</param>
/// <param name="ProfileId">The profile the call is for, so that a governor can be fair between profiles.</param>
public readonly record struct RateScope(
    string Account, AmazonAdsRegion Region, OperationClass OperationClass, ProfileId? ProfileId);
