using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.AspNetCore.Tests.Simulated;

/// <summary>The sample's service in a factory of tests, which takes the first host that the program builds.</summary>
public sealed partial class SampleHostTests(SampleHost service) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task A_factory_of_tests_gets_the_service_with_its_simulator()
    {
        using HttpClient client = service.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", "acme-key-for-trying-only");

        (await client.GetStringAsync(new Uri("/ping", UriKind.Relative))).Should().Be("pong");
        string described = await client.GetStringAsync(new Uri("/simulator", UriKind.Relative));
        described.Should().Contain(service.Services.GetRequiredService<AmazonAdsSimulator>().ClientId);
        using HttpResponseMessage added = await PostAsync(
            client,
            "/api/v1/accounts",
            """{"company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"acme"}""");
        added.StatusCode.Should().Be(HttpStatusCode.Created);
        int begin = described.IndexOf("\"client_id\"", StringComparison.Ordinal);
        using HttpResponseMessage stored = await PostAsync(
            client, $"{added.Headers.Location}/credentials", "{" + described[begin..]);
        stored.StatusCode.Should()
            .Be(HttpStatusCode.OK, "the simulator listens, although the factory replaced the server of the service");
    }

    [Fact]
    public async Task A_browser_signs_in_on_the_first_page_and_reaches_the_dashboard_and_programs_still_get_a_status()
    {
        using var host = new SampleHost();
        using HttpClient browser = host.CreateClient();

        (await browser.GetAsync(new Uri("/api/v1/accounts", UriKind.Relative))).StatusCode.Should()
            .Be(HttpStatusCode.Unauthorized);
        string start = await browser.GetStringAsync(new Uri("/ads", UriKind.Relative));
        start.Should().Contain("Sign in", "who is not signed in is led to the first page");
        Match field = HiddenField().Match(start);
        using var form = new FormUrlEncodedContent(
            [new(field.Groups[1].Value, field.Groups[2].Value), new("key", "acme-key-for-trying-only")]);
        using HttpResponseMessage signedIn = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        (await signedIn.Content.ReadAsStringAsync()).Should().Contain("Signed in as acme.").And.Contain("href=\"/ads\"");

        (await browser.GetStringAsync(new Uri("/ads", UriKind.Relative)))
            .Should().Contain("No account is connected yet. Three steps to the first figures.");
    }

    [GeneratedRegex("""name="([^"]+)" value="([^"]+)">""")]
    private static partial Regex HiddenField();

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body) =>
        client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), new StringContent(body, System.Text.Encoding.UTF8,
            "application/json"));
}
