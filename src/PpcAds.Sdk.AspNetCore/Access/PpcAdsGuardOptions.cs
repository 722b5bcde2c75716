using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>How endpoints outside <c>MapPpcAds</c> are guarded.</summary>
public sealed class PpcAdsGuardOptions
{
    /// <summary>Gets the limits.</summary>
    public PpcAdsEndpointOptions Limits { get; } = new();

    /// <summary>
    /// Gets or sets how a refusal or a failure is answered, such as by a page. A <c>Retry-After</c> is set already. Default:
    /// <see langword="null"/>, ProblemDetails.
    /// </summary>
    public Func<HttpContext, PpcAdsProblem, Task>? AnswerAsync { get; set; }
}
