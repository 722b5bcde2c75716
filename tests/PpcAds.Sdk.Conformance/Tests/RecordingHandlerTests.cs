using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using PpcAds.Sdk.Conformance.Exchanges;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class RecordingHandlerTests
{
    [Fact]
    public async Task An_exchange_is_kept_whole_and_its_bodies_stay_readable()
    {
        var wire = new EchoHandler();
        using var recorder = new RecordingHandler(wire);
        using var invoker = new HttpMessageInvoker(recorder);
        using HttpRequestMessage request = Request("https://localhost/things/list?a=b");

        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);

        wire.Received.Should().Be("""{ "name": "one" }""");
        (await response.Content.ReadAsStringAsync()).Should().Be("""{ "answer": 1 }""");
        Exchange exchange = recorder.Exchanges.Should().ContainSingle().Which;
        exchange.Method.Should().Be("POST");
        exchange.Path.Should().Be("/things/list");
        exchange.Query.Should().Be("a=b");
        exchange.Status.Should().Be(429);
        exchange.RequestHeaders["content-type"].Should().Be("application/vnd.thing.v1+json");
        exchange.RequestHeaders["X-Trace"].Should().Be("7");
        exchange.ResponseHeaders["retry-after"].Should().Be("2");
        exchange.ResponseHeaders["Content-Type"].Should().Be("application/json");
        Encoding.UTF8.GetString(exchange.RequestBody.Span).Should().Be("""{ "name": "one" }""");
        Encoding.UTF8.GetString(exchange.ResponseBody.Span).Should().Be("""{ "answer": 1 }""");
    }

    [Theory]
    [InlineData("https://localhost/eu/v2/profiles?a=b", "/v2/profiles?a=b")]
    [InlineData("https://localhost/fe/v2/profiles", "/v2/profiles")]
    [InlineData("https://localhost/europe/v2/profiles", "/europe/v2/profiles")]
    public async Task The_prefix_of_a_region_is_left_out(string address, string target) =>
        (await RecordAsync(address)).Should().ContainSingle().Which.Target.Should().Be(target);

    [Theory]
    [InlineData("https://localhost/auth/o2/token")]
    [InlineData("https://localhost/eu/_download/1")]
    [InlineData("https://localhost/_simulator/clock")]
    public async Task What_is_not_the_api_is_not_kept(string address) => (await RecordAsync(address)).Should().BeEmpty();

    private static async Task<IReadOnlyList<Exchange>> RecordAsync(string address)
    {
        using var recorder = new RecordingHandler(new EchoHandler());
        using var invoker = new HttpMessageInvoker(recorder);
        using HttpRequestMessage request = Request(address);
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        return recorder.Exchanges;
    }

    private static HttpRequestMessage Request(string address)
    {
        var content = new ByteArrayContent(SampleExchanges.Bytes("""{ "name": "one" }"""));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.thing.v1+json");
        return new HttpRequestMessage(HttpMethod.Post, address) { Headers = { { "X-Trace", "7" } }, Content = content };
    }

    private sealed class EchoHandler : HttpMessageHandler
    {
        public string? Received { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Received = await request.Content!.ReadAsStringAsync(cancellationToken);
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("""{ "answer": 1 }""", new MediaTypeHeaderValue("application/json")),
            };
            response.Headers.Add("Retry-After", "2");
            return response;
        }
    }
}
