using System.Collections.Concurrent;
using System.Text.Json;
using System.Web;

namespace PpcAds.Sdk.Testing;

/// <summary>Writes down every secret that goes over the wire: access tokens, refresh tokens as they rotate, signatures of download links.</summary>
public sealed class SecretWitness
{
    private readonly ConcurrentDictionary<string, string> _kindBySecret = new();

    /// <summary>The secrets so far.</summary>
    public IReadOnlyCollection<string> Secrets => [.. _kindBySecret.Keys];

    /// <summary>Stands between the client and the wire.</summary>
    public DelegatingHandler CreateHandler() => new Handler(this);

    /// <summary>How many secrets of a kind were seen: <c>access token</c>, <c>refresh token</c>, <c>signature</c>.</summary>
    public int Count(string kind) => _kindBySecret.Values.Count(value => value == kind);

    private void Add(string kind, string? secret)
    {
        if (!string.IsNullOrEmpty(secret))
        {
            _kindBySecret.TryAdd(secret, kind);
        }
    }

    private sealed class Handler(SecretWitness witness) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri uri = request.RequestUri!;
            witness.Add("access token", request.Headers.Authorization?.Parameter);
            witness.Add("signature", HttpUtility.ParseQueryString(uri.Query)["X-Amz-Signature"]);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (uri.AbsolutePath.EndsWith("/auth/o2/token", StringComparison.Ordinal) && response.IsSuccessStatusCode)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
                witness.Add("access token", answer.RootElement.GetProperty("access_token").GetString());
                witness.Add("refresh token", answer.RootElement.GetProperty("refresh_token").GetString());
            }

            return response;
        }
    }
}
