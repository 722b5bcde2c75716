using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.AspNetCore.Tests.Endpoints;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>
/// A host with everything that can be mapped. Whatever it is sent, it must answer as its endpoints say they do: with a status of their
/// metadata, refusals as problems, and nothing of its inside.
/// </summary>
internal sealed class AttackHost : IAsyncDisposable
{
    private const string Prefix = "/api/v1";

    private readonly HttpClient _client;
    private readonly Dictionary<string, int[]> _statuses;

    private AttackHost(TestApi api)
    {
        Api = api;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = api.Address };
        _statuses = Endpoints.ToDictionary(
            NameOf,
            endpoint => endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode).ToArray(),
            StringComparer.Ordinal);
    }

    public TestApi Api { get; }

    public IReadOnlyList<RouteEndpoint> Endpoints => Api.Endpoints;

    /// <summary>The name that the table has for an endpoint.</summary>
    public static string NameOf(RouteEndpoint endpoint) =>
        $"{TestApi.MethodOf(endpoint)} {endpoint.RoutePattern.RawText![Prefix.Length..]}";

    public static async Task<AttackHost> StartAsync(
        Action<IPpcAdsBuilder>? store = null, Action<PpcAdsEndpointOptions>? limits = null, int connectsPerMinute = 100_000)
    {
        var amazon = new SimulatorOptions();
        TestApi api = await TestApi.StartAsync(
            ppcAds =>
            {
                if (store is null)
                {
                    ppcAds.UseInMemory();
                }

                store?.Invoke(ppcAds);
                ppcAds.AddConnectWithAmazon(options => options.RequestsPerMinute = connectsPerMinute);
                ppcAds.Services.Configure<PpcAdsOptions>(options =>
                {
                    options.Application = new LwaApplication { ClientId = amazon.ClientId, ClientSecret = amazon.ClientSecret };

                    // Every list that can be read has something of each tenant.
                    options.Ingestion.Entities = null;
                });
            },
            limits,
            (Microsoft.AspNetCore.Builder.WebApplication app) => app.MapPpcAdsConnect(Prefix).RequireAuthorization());
        return new AttackHost(api);
    }

    /// <summary>A callback that the host itself makes the next request to be of: with the cookie that belongs to it.</summary>
    public async Task<(string Path, string Cookie)> LeaveAsync(string account, string user, string code)
    {
        AttackAnswer left = await SendAsync(Of("GET /connect/amazon/{accountId}"), $"/api/v1/connect/amazon/{account}", user);
        left.Status.Should().Be(302, left.Text);
        string state = System.Web.HttpUtility.ParseQueryString(new Uri(left.Headers["Location"]).Query)["state"]!;
        return ($"/api/v1/connect/amazon/callback?state={state}&code={code}", left.Headers["Set-Cookie"].Split(';')[0]);
    }

    public static AttackTarget Of(string name) => AttackTargets.All.Single(target => target.Name == name);

    /// <summary>Sends a request, and checks what holds for every answer.</summary>
    /// <param name="target">The endpoint that is meant.</param>
    /// <param name="path">The address as it goes over the wire.</param>
    /// <param name="user">The user; null for none, and as empty text the endpoint's own.</param>
    /// <param name="body">The body; the target's good one when it is left out.</param>
    /// <param name="headers">Further headers.</param>
    public async Task<AttackAnswer> SendAsync(
        AttackTarget target, string path, string? user = "", byte[]? body = null, params (string Name, string Value)[] headers)
    {
        var exactly = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(
            new HttpMethod(target.Method), new Uri(Api.Address.GetLeftPart(UriPartial.Authority) + path, exactly));
        if ((user is "" ? target.User : user) is { } name)
        {
            request.Headers.Add(UserHeaderHandler.Header, name);
        }

        foreach ((string header, string value) in headers)
        {
            request.Headers.Add(header, value);
        }

        if ((body ?? (target.Body is { } good ? Encoding.UTF8.GetBytes(good) : null)) is { } bytes)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using HttpResponseMessage response = await _client.SendAsync(request);
        var answer = new AttackAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(),
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
        Check(target, answer, $"{target}: {Shorten(path)} {Shorten(body is null ? "" : Encoding.UTF8.GetString(body))} as {user}");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Api.DisposeAsync();
    }

    private void Check(AttackTarget target, AttackAnswer answer, string attack)
    {
        if (answer.MediaType is null && answer.Status is 400 or 401 or 404 or 414)
        {
            // The server or routing, which no endpoint saw; or the host's own authentication.
            answer.Text.Should().BeEmpty(attack);
            return;
        }

        int[] documented = target.Statuses.Length > 0 ? target.Statuses : _statuses[target.Name];
        documented.Should().Contain(answer.Status, attack + answer.Text);
        answer.Headers["Cache-Control"].Should().Contain("no-store", attack);
        if (answer.Status >= 400)
        {
            answer.MediaType.Should().Be("application/problem+json", attack);
            answer.Code.Should().NotBeNullOrEmpty(attack);
            answer.Text.Should().NotContainAny(["   at ", "Exception", "Npgsql", "SQLite", "SELECT "], attack);
        }

        if (answer.Status is 429 or 503)
        {
            int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture).Should().BeInRange(1, 60, attack);
        }
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : $"{text[..200]}… ({text.Length})";
}
