using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.Extensions.Time.Testing;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>The consent page, and the codes that it gives.</summary>
public sealed class ConsentTests
{
    private const string Back = "https://app.example.com/callback";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    [Fact]
    public void The_challenge_is_made_as_in_RFC_7636() => Challenge(Verifier).Should().Be("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    [Theory]
    [InlineData("client_id", "amzn1.application-oa2-client.unknown")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("redirect_uri", "https://app.example.com/callback/")]
    [InlineData("redirect_uri", "https://app.example.com/callback?x=1")]
    [InlineData("redirect_uri", null)]
    public async Task Nobody_is_sent_to_an_address_that_is_not_allowed(string name, string? value)
    {
        await using Consent consent = await Consent.StartAsync();

        (HttpStatusCode status, Uri? location, string text) = await consent.GetAsync((name, value));

        (status, location).Should().Be((HttpStatusCode.BadRequest, null));
        text.Should().Contain("We're sorry");
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("scope", "profile", "invalid_scope")]
    [InlineData("scope", "cpc_advertising:campaign_management advertising::campaign_management", "invalid_scope")]
    [InlineData("scope", null, "invalid_request")]
    [InlineData("code_challenge_method", "S512", "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    public async Task Other_faults_go_back_to_the_application(string name, string? value, string error)
    {
        await using Consent consent = await Consent.StartAsync();

        (HttpStatusCode status, Uri? location, string _) = await consent.GetAsync((name, value));

        status.Should().Be(HttpStatusCode.Redirect);
        location!.GetLeftPart(UriPartial.Path).Should().Be(Back);
        HttpUtility.ParseQueryString(location.Query)["error"].Should().Be(error);
        HttpUtility.ParseQueryString(location.Query)["state"].Should().Be("s");
    }

    [Fact]
    public async Task The_page_asks_and_answers_for_the_button_that_is_pressed()
    {
        await using Consent consent = await Consent.StartAsync(options => options.ConsentAnswer = SimulatorConsentAnswer.Ask);

        (HttpStatusCode status, Uri? location, string page) = await consent.GetAsync(("state", "<script>\"s\"</script>"));
        Uri allowed = (await consent.PostAsync("allow")).Location!;
        Uri denied = (await consent.PostAsync("deny")).Location!;

        (status, location).Should().Be((HttpStatusCode.OK, null));
        page.Should().Contain("Allow").And.Contain("Cancel").And.NotContain("<script>").And.Contain("&lt;script&gt;");
        HttpUtility.ParseQueryString(allowed.Query).AllKeys.Should().Equal("code", "scope", "state");
        HttpUtility.ParseQueryString(denied.Query)["error"].Should().Be("access_denied");
    }

    [Fact]
    public async Task A_code_gives_a_grant_once()
    {
        await using Consent consent = await Consent.StartAsync();
        string code = await consent.CodeAsync();

        Reply first = await consent.ExchangeAsync(code);
        Reply second = await consent.ExchangeAsync(code);

        first.Status.Should().Be(HttpStatusCode.OK, first.Text);
        first["refresh_token"].Should().StartWith("Atzr|").And.Be(consent.Simulator.Tokens.Grants[^1].RefreshToken);
        first["access_token"].Should().StartWith("Atza|");
        (second.Status, second["error"]).Should().Be((HttpStatusCode.BadRequest, "invalid_grant"));
    }

    [Fact]
    public async Task A_grant_sees_what_the_advertiser_has()
    {
        await using Consent consent = await Consent.StartAsync(options => options.Profiles = 3);
        long own = consent.Simulator.Truth.Profiles.First(profile => profile.Region == SimulatorRegion.NA).ProfileId;
        consent.Simulator.Consent.ProfileIds = [own];

        Reply grant = await consent.ExchangeAsync(await consent.CodeAsync());
        Reply profiles = await consent.GetProfilesAsync(grant["access_token"]);

        profiles.Body!.AsArray().Should().ContainSingle().Which!["profileId"]!.GetValue<long>().Should().Be(own);
    }

    [Fact]
    public async Task A_code_lives_for_five_minutes()
    {
        await using Consent consent = await Consent.StartAsync();
        string inTime = await consent.CodeAsync();
        consent.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await consent.ExchangeAsync(inTime)).Status.Should().Be(HttpStatusCode.OK);
        string late = await consent.CodeAsync();

        consent.Time.Advance(TimeSpan.FromMinutes(5));

        (await consent.ExchangeAsync(late))["error"].Should().Be("invalid_grant");
    }

    [Theory]
    [InlineData("code", "made-up", "invalid_grant")]
    [InlineData("code", null, "invalid_request")]
    [InlineData("redirect_uri", "https://app.example.com/other", "invalid_grant")]
    [InlineData("redirect_uri", null, "invalid_request")]
    [InlineData("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX", "invalid_grant")]
    [InlineData("code_verifier", null, "invalid_grant")]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task A_code_is_bound_to_all_that_it_was_asked_with(string name, string? value, string error)
    {
        await using Consent consent = await Consent.StartAsync();
        int grants = consent.Simulator.Tokens.Grants.Count;

        Reply reply = await consent.ExchangeAsync(await consent.CodeAsync(), (name, value));

        reply["error"].Should().Be(error);
        consent.Simulator.Tokens.Grants.Should().HaveCount(grants);
    }

    [Fact]
    public async Task A_verifier_without_a_challenge_is_a_downgrade()
    {
        await using Consent consent = await Consent.StartAsync();
        (HttpStatusCode _, Uri? location, string _) = await consent.GetAsync(("code_challenge", null), ("code_challenge_method", null));
        string code = HttpUtility.ParseQueryString(location!.Query)["code"]!;

        (await consent.ExchangeAsync(code))["error"].Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_client_without_PKCE_is_let_in_as_Amazon_does()
    {
        await using Consent consent = await Consent.StartAsync();
        (HttpStatusCode _, Uri? location, string _) = await consent.GetAsync(("code_challenge", null), ("code_challenge_method", null));
        string code = HttpUtility.ParseQueryString(location!.Query)["code"]!;

        (await consent.ExchangeAsync(code, ("code_verifier", null))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_code_is_in_the_log()
    {
        await using Consent consent = await Consent.StartAsync();
        string code = await consent.CodeAsync();
        await consent.PostAsync("allow");
        await consent.ExchangeAsync(code);

        consent.Simulator.Requests.Entries.Select(entry => entry.Operation).Should().Equal("lwa.consent", "lwa.consent", "lwa.token");
        consent.Simulator.Requests.Entries.Should().OnlyContain(entry => !$"{entry.Path} {entry.Body}".Contains("state", StringComparison.Ordinal))
            .And.OnlyContain(entry => !$"{entry.Path} {entry.Body}".Contains(code, StringComparison.Ordinal));
    }

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private sealed class Consent(AmazonAdsSimulator simulator, FakeTimeProvider time) : IAsyncDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

        public AmazonAdsSimulator Simulator => simulator;

        public FakeTimeProvider Time => time;

        public static async Task<Consent> StartAsync(Action<SimulatorOptions>? configure = null)
        {
            var time = new FakeTimeProvider();
            var options = new SimulatorOptions { TimeProvider = time, Campaigns = 1, AllowedReturnUrls = [Back], ConsentAnswer = SimulatorConsentAnswer.Allow };
            configure?.Invoke(options);
            return new Consent(await AmazonAdsSimulator.StartAsync(options), time);
        }

        public async Task<string> CodeAsync() => HttpUtility.ParseQueryString((await GetAsync()).Location!.Query)["code"]!;

        public async Task<(HttpStatusCode Status, Uri? Location, string Text)> GetAsync(params (string Name, string? Value)[] changes)
        {
            string query = string.Join('&', With(Asked(), changes).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            using HttpResponseMessage response = await _http.GetAsync(new Uri(simulator.GetConsentEndpoint(SimulatorRegion.EU) + "?" + query));
            return (response.StatusCode, response.Headers.Location, await response.Content.ReadAsStringAsync());
        }

        public async Task<(HttpStatusCode Status, Uri? Location)> PostAsync(string answer)
        {
            using var form = new FormUrlEncodedContent(With(Asked(), [("answer", answer)]));
            using HttpResponseMessage response = await _http.PostAsync(simulator.GetConsentEndpoint(SimulatorRegion.EU), form);
            return (response.StatusCode, response.Headers.Location);
        }

        public async Task<Reply> ExchangeAsync(string code, params (string Name, string? Value)[] changes)
        {
            var form = new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = Back,
                ["code_verifier"] = Verifier,
                ["client_id"] = simulator.ClientId,
                ["client_secret"] = simulator.ClientSecret,
            };
            using var content = new FormUrlEncodedContent(With(form, changes));
            using HttpResponseMessage response = await _http.PostAsync(simulator.TokenEndpoint, content);
            return await ReadAsync(response);
        }

        public async Task<Reply> GetProfilesAsync(string accessToken)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(simulator.BaseAddress, "v2/profiles"));
            message.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", accessToken);
            message.Headers.Add("Amazon-Advertising-API-ClientId", simulator.ClientId);
            message.Headers.Accept.ParseAdd("application/json");
            using HttpResponseMessage response = await _http.SendAsync(message);
            return await ReadAsync(response);
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await simulator.DisposeAsync();
        }

        private static async Task<Reply> ReadAsync(HttpResponseMessage response)
        {
            string text = await response.Content.ReadAsStringAsync();
            return new Reply(response.StatusCode, System.Text.Json.Nodes.JsonNode.Parse(text), text, null);
        }

        private Dictionary<string, string> Asked() => new()
        {
            ["client_id"] = simulator.ClientId,
            ["scope"] = "advertising::campaign_management",
            ["response_type"] = "code",
            ["redirect_uri"] = Back,
            ["state"] = "s",
            ["code_challenge"] = Challenge(Verifier),
            ["code_challenge_method"] = "S256",
        };

        private static Dictionary<string, string> With(Dictionary<string, string> parameters, IEnumerable<(string Name, string? Value)> changes)
        {
            foreach ((string name, string? value) in changes)
            {
                parameters.Remove(name);
                if (value is not null)
                {
                    parameters[name] = value;
                }
            }

            return parameters;
        }
    }
}
