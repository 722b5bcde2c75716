using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>A call of the Ads API.</summary>
internal sealed class ApiCall(CallContext context, RateScope scope, AdsRequest request) : RatedCall(context, scope)
{
    public AdsRequest Request { get; } = request;

    /// <summary>The token of the attempt; <see cref="AuthorizationStrategy"/> sets it.</summary>
    public AccessToken? Token { get; set; }
}
