using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Http;

/// <summary>The right to make an attempt, or why it is not made.</summary>
internal readonly record struct Admission(IRatePermit? Permit, AmazonAdsThrottledException? Refusal);
