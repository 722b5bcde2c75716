using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>The header <c>Retry-After</c>, in whole seconds (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>Sets the header; to a second at least.</summary>
    public static void Set(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
