using PpcAds.Sdk.Throttling;

using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>The right to make an attempt, or why it is not made.</summary>
internal readonly record struct Admission(IRatePermit? Permit, AmazonAdsThrottledException? Refusal);
