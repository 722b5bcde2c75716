using System.Net.Http.Headers;

namespace PpcAds.Sdk.Http;

internal static class RetryAfterHeader
{
    /// <summary>
    /// Seconds as Amazon documents it; the date form of HTTP too, counted from the server's own clock where it says its time.
    /// </summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        TimeSpan? wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (headers.Date ?? timeProvider.GetUtcNow()),
            _ => null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
