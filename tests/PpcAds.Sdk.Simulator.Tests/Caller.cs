using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>A simulator in fake time, and raw calls to it.</summary>
internal sealed class Caller : IAsyncDisposable
{
    public const string Campaigns = "application/vnd.spCampaign.v3+json";
    public const string Keywords = "application/vnd.spKeyword.v3+json";
    private const string ReportAsked = "application/vnd.createasyncreportrequest.v3+json";

    private readonly HttpClient _http = new();

    private Caller(AmazonAdsSimulator simulator, FakeTimeProvider time)
    {
        Simulator = simulator;
        Time = time;
    }

    public AmazonAdsSimulator Simulator { get; }

    public FakeTimeProvider Time { get; }

    public string? Token { get; set; }

    public static async Task<Caller> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var time = new FakeTimeProvider();
        var options = new SimulatorOptions { TimeProvider = time, Campaigns = 5, ReportGenerationTime = TimeSpan.FromMinutes(2) };
        configure?.Invoke(options);
        var caller = new Caller(await AmazonAdsSimulator.StartAsync(options), time);
        caller.Token = (await caller.GrantAsync()).Body!["access_token"]!.GetValue<string>();
        return caller;
    }

    public SimulatorProfileInfo Profile(SimulatorRegion region = SimulatorRegion.NA) =>
        Simulator.Truth.Profiles.First(profile => profile.Region == region);

    public Task<Reply> GrantAsync(string? secret = null, string? refreshToken = null) => SendAsync(new HttpRequestMessage(HttpMethod.Post, Simulator.TokenEndpoint)
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = Simulator.ClientId,
            ["client_secret"] = secret ?? Simulator.ClientSecret,
            ["refresh_token"] = refreshToken ?? Simulator.RefreshToken,
        }),
    });

    public Task<Reply> GetAsync(string path, long? profile = null, SimulatorRegion region = SimulatorRegion.NA)
    {
        HttpRequestMessage message = Authorised(HttpMethod.Get, path, profile, region);
        message.Headers.Accept.ParseAdd("*/*");
        return SendAsync(message);
    }

    public Task<Reply> ListAsync(string entities, string mediaType, string body = "{}", long? profile = null, SimulatorRegion region = SimulatorRegion.NA)
    {
        HttpRequestMessage message = Authorised(HttpMethod.Post, $"sp/{entities}/list", profile, region);
        message.Content = Content(body, mediaType);
        message.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(mediaType));
        return SendAsync(message);
    }

    public Task<Reply> AskAsync(string configuration = Report, string start = "2026-03-01", string end = "2026-03-07", long? profile = null)
    {
        HttpRequestMessage message = Authorised(HttpMethod.Post, "reporting/reports", profile ?? Profile().ProfileId, SimulatorRegion.NA);
        message.Headers.Accept.ParseAdd("*/*");
        message.Content = Content($$"""{"startDate":"{{start}}","endDate":"{{end}}","configuration":{{configuration}}}""", ReportAsked);
        return SendAsync(message);
    }

    public Task<Reply> LookAsync(string reportId) => GetAsync($"reporting/reports/{reportId}", Profile().ProfileId);

    public async Task<JsonArray> DownloadAsync(string url)
    {
        await using Stream stream = await _http.GetStreamAsync(new Uri(url));
        await using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        return (JsonArray)(await JsonNode.ParseAsync(gzip))!;
    }

    public async Task<Reply> SendAsync(HttpRequestMessage message)
    {
        using (message)
        {
            using HttpResponseMessage response = await _http.SendAsync(message);
            string text = await response.Content.ReadAsStringAsync();
            JsonNode? body = null;
            try
            {
                body = text.Length > 0 ? JsonNode.Parse(text) : null;
            }
            catch (System.Text.Json.JsonException)
            {
                // Not JSON; the text tells.
            }

            return new Reply(response.StatusCode, body, text, response.Headers.RetryAfter?.Delta)
            {
                ContentType = response.Content.Headers.ContentType?.ToString(),
            };
        }
    }

    public HttpRequestMessage Authorised(HttpMethod method, string path, long? profile, SimulatorRegion region)
    {
        var message = new HttpRequestMessage(method, new Uri(Simulator.GetEndpoint(region), path));
        if (Token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        message.Headers.Add("Amazon-Advertising-API-ClientId", Simulator.ClientId);
        if (profile is { } scope)
        {
            message.Headers.Add("Amazon-Advertising-API-Scope", scope.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return message;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Simulator.DisposeAsync();
    }

    public const string Report =
        """{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campaign"],"columns":["date","campaignId","cost"],"timeUnit":"DAILY","format":"GZIP_JSON"}""";

    private static StringContent Content(string body, string mediaType)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }
}
