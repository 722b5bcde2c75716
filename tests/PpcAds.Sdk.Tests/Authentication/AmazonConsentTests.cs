using System.Net;
using System.Web;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Authentication;

public sealed class AmazonConsentTests
{
    private const string Code = "a-made-up-code-0123456789";
    private static readonly Uri Back = new("https://app.example.com/callback");

    // RFC 7636, appendix B.
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Fact]
    public async Task Both_steps_give_credentials_of_the_hosts_application()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.ConsentAnswer = SimulatorConsentAnswer.Allow);
        amazon.Simulator.Consent.AllowReturnUrl(Back);
        await using ServiceProvider services = Services(amazon);
        var consent = services.GetRequiredService<AmazonConsent>();
        var request = new ConsentRequest { Region = AmazonAdsRegion.FarEast, RedirectUri = Back, State = "s", CodeVerifier = Verifier };
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        Uri address = consent.CreateAddress(request);
        using HttpResponseMessage answer = await browser.GetAsync(address);
        LwaCredentials credentials = await consent.ExchangeAsync(HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!, request);

        address.GetLeftPart(UriPartial.Path).Should().Be(amazon.Simulator.GetConsentEndpoint(SimulatorRegion.FE).AbsoluteUri);
        HttpUtility.ParseQueryString(address.Query)["code_challenge"].Should().Be(Challenge);
        credentials.Should().Be(new LwaCredentials(amazon.Simulator.ClientId, amazon.Simulator.ClientSecret, amazon.Simulator.Tokens.Grants[^1].RefreshToken));
    }

    [Fact]
    public void Secrets_are_random_and_fit_for_PKCE()
    {
        string[] secrets = [.. Enumerable.Range(0, 100).Select(_ => AmazonConsent.NewSecret())];

        secrets.Should().OnlyHaveUniqueItems().And.OnlyContain(secret => secret.Length == 43);
    }

    [Fact]
    public async Task A_refused_code_is_told_and_not_quoted()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(
            "lwa.token", 400, $$"""{"error":"invalid_grant","error_description":"code {{Code}} with code_verifier={{Verifier}} of {{amazon.Simulator.ClientSecret}}"}"""));
        await using ServiceProvider services = Services(amazon);

        Func<Task> exchange = () => services.GetRequiredService<AmazonConsent>().ExchangeAsync(Code, Request());

        AmazonAdsAuthenticationException exception = (await exchange.Should().ThrowAsync<AmazonAdsAuthenticationException>()).Which;
        exception.ErrorCode.Should().Be("invalid_grant");
        exception.Message.Should().Contain("begin again");
        exception.ToString().Should().NotContain(Code).And.NotContain(Verifier).And.NotContain(amazon.Simulator.ClientSecret);
    }

    [Fact]
    public async Task A_fault_of_Amazons_is_tried_three_times_at_most_since_a_browser_waits()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("lwa.token", 503, times: 9));
        await using ServiceProvider services = Services(amazon);

        Func<Task> exchange = () => amazon.Time.RunAsync(services.GetRequiredService<AmazonConsent>().ExchangeAsync(Code, Request()));

        (await exchange.Should().ThrowAsync<AmazonAdsException>()).Which.IsTransient.Should().BeTrue();
        amazon.Simulator.Requests.Count("lwa.token").Should().Be(3);
    }

    [Fact]
    public async Task An_answer_without_a_refresh_token_is_refused()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("lwa.token", (int)HttpStatusCode.OK, """{"access_token":"Atza|x","token_type":"bearer","expires_in":3600}"""));
        await using ServiceProvider services = Services(amazon);

        Func<Task> exchange = () => services.GetRequiredService<AmazonConsent>().ExchangeAsync(Code, Request());

        await exchange.Should().ThrowAsync<AmazonAdsAuthenticationException>().WithMessage("*no refresh token*");
    }

    [Fact]
    public async Task Every_problem_of_a_request_is_told_without_its_secrets()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        await using ServiceProvider services = Services(amazon);
        var request = new ConsentRequest { RedirectUri = new Uri("http://app.example.com/callback"), State = "", CodeVerifier = "too short" };

        Action create = () => services.GetRequiredService<AmazonConsent>().CreateAddress(request);

        create.Should().Throw<PpcAdsValidationException>().Which.Problems.Select(problem => problem.Field)
            .Should().Equal("RedirectUri", "State", "CodeVerifier");
        request.ToString().Should().Be("consent in NorthAmerica");
    }

    [Fact]
    public async Task A_host_without_an_application_is_told_what_to_set()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        await using ServiceProvider services = Services(amazon, hasApplication: false);

        Action create = () => services.GetRequiredService<AmazonConsent>().CreateAddress(Request());

        create.Should().Throw<InvalidOperationException>().WithMessage("*PpcAdsOptions.Application*");
    }

    private static ConsentRequest Request() => new() { RedirectUri = Back, State = "s", CodeVerifier = Verifier };

    private static ServiceProvider Services(SimulatedAmazon amazon, bool hasApplication = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(amazon.Time).AddLogCapture(amazon.Logs);
        services.AddScannedPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(amazon.Simulator);
            options.Application = hasApplication
                ? new LwaApplication { ClientId = amazon.Simulator.ClientId, ClientSecret = amazon.Simulator.ClientSecret }
                : null;
        });
        return services.BuildServiceProvider();
    }
}
