namespace PpcAds.Sdk.Tests.SponsoredBrands;

/// <summary>Takes down the queries that go out, as they stand on the wire.</summary>
internal sealed class SentQueries(string product = "/sb/") : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public List<string> Queries { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { Query.Length: > 0 } uri && uri.AbsolutePath.Contains(product, StringComparison.Ordinal))
        {
            Queries.Add(uri.Query);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
