using System.Net.Http.Headers;

namespace PpcAds.Sdk.Http;

internal static class RequestIdHeader
{
    // Undocumented by Amazon Ads; these are the names seen in answers, the last one on downloads.
    private static readonly string[] Names = ["x-amzn-RequestId", "x-amz-request-id", "x-amz-rid"];

    public static string? Read(HttpResponseHeaders headers)
    {
        foreach (string name in Names)
        {
            if (headers.TryGetValues(name, out IEnumerable<string>? values))
            {
                return values.FirstOrDefault();
            }
        }

        return null;
    }
}
