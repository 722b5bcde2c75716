using System.Net;
using System.Net.Http.Headers;

namespace PpcAds.Sdk.Cases.Tests.Mutations;

/// <summary>Answers in the process, so that tens of thousands of answers take seconds.</summary>
internal sealed class AnsweringHandler : HttpMessageHandler
{
    private int _calls;

    /// <summary>The answer to a method and path.</summary>
    public Func<string, string, (int Status, byte[] Body)> Answer { get; set; } = (_, _) => (500, []);

    public int Calls => _calls;

    /// <summary>Sees each request that is no token's.</summary>
    public Action<HttpRequestMessage> Sent { get; set; } = _ => { };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _calls);
        if (request.RequestUri!.AbsolutePath != MutationWorld.TokenPath)
        {
            Sent(request);
        }

        (int status, byte[] body) = Answer(request.Method.Method, request.RequestUri!.PathAndQuery);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = content, RequestMessage = request });
    }
}
