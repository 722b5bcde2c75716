using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>A call each of whose attempts takes a permit.</summary>
/// <param name="context">What the call is.</param>
/// <param name="scope">What its attempts count against.</param>
internal class RatedCall(CallContext context, RateScope scope) : ResilientCall(context)
{
    public RateScope Scope { get; } = scope;
}
