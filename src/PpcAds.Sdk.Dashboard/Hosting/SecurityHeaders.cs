using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>What a browser may do with a page: nothing but its own style, script, images and forms.</summary>
internal static class SecurityHeaders
{
    public static void Set(HttpResponse response, IReadOnlyCollection<string> formHosts)
    {
        string forms = string.Join(' ', formHosts.Prepend("'self'"));
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + $"form-action {forms}; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";

        // Not no-referrer: browsers would send the origin of forms as null, and the guard would take them for another site's.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }
}
