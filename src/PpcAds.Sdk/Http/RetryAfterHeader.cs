using System.Net.Http.Headers;

namespace PpcAds.Sdk.Http;

internal static class RetryAfterHeader
{
    /// <summary>Seconds as Amazon documents it; the date form of HTTP is understood too.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        TimeSpan? wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - timeProvider.GetUtcNow(),
            _ => null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
