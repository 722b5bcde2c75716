using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>What is wrong with the options is told when the host starts.</summary>
public sealed class ConnectOptionsTests
{
    [Fact]
    public async Task A_host_without_an_application_does_not_start() =>
        (await FailuresAsync(_ => { }, _ => { })).Should().ContainSingle().Which.Should().Contain("Application is missing").And.Contain("security profile");

    [Fact]
    public async Task Every_problem_of_the_connect_options_is_told()
    {
        IEnumerable<string> failures = await FailuresAsync(
            options => options.Application = new LwaApplication { ClientId = "amzn1.application-oa2-client.1", ClientSecret = "amzn1.oa2-cs.v1.x" },
            connect =>
            {
                connect.Region = (AmazonAdsRegion)7;
                connect.StateLifetime = TimeSpan.FromDays(1);
                connect.UserId = null!;
                connect.ConnectedPage = "//evil.example";
                connect.RefusedPage = "http://app.example.com/refused";
            });

        failures.Should().HaveCount(5).And.OnlyContain(failure => failure.StartsWith("PpcAds: Connect.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_problem_of_the_application_is_told_without_its_secret()
    {
        IEnumerable<string> failures = await FailuresAsync(
            options => options.Application = new LwaApplication { ClientId = new string('x', 101), ClientSecret = " ", RedirectUri = new Uri("http://app.example.com/callback") },
            _ => { });

        failures.Should().HaveCount(3).And.OnlyContain(failure => failure.StartsWith("PpcAds: Application.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://app.example.com/callback", true)]
    [InlineData("http://localhost:5000/callback", true)]
    [InlineData("http://127.0.0.1/callback", true)]
    [InlineData("http://app.example.com/callback", false)]
    [InlineData("/callback", false)]
    [InlineData("ftp://localhost/callback", false)]
    [InlineData("https://app.example.com/callback#part", false)]
    [InlineData("https://user@app.example.com/callback", false)]
    public async Task Amazon_sends_browsers_to_https_only_or_to_this_machine(string address, bool isTaken)
    {
        IEnumerable<string> failures = await FailuresAsync(
            options => options.Application = new LwaApplication { ClientId = "a", ClientSecret = "b", RedirectUri = new Uri(address, UriKind.RelativeOrAbsolute) },
            _ => { });

        failures.Any().Should().Be(!isTaken);
    }

    [Fact]
    public void An_application_shows_no_secret() =>
        new LwaApplication { ClientId = "id", ClientSecret = "secret" }.ToString().Should().Be("LWA application id");

    private static async Task<IEnumerable<string>> FailuresAsync(Action<PpcAdsOptions> sdk, Action<PpcAdsConnectOptions> connect)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddScannedPpcAds(sdk).UseInMemory().AddConnectWithAmazon(connect);
        using IHost host = builder.Build();
        try
        {
            await host.StartAsync();
            await host.StopAsync();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
        catch (AggregateException exception)
        {
            return exception.InnerExceptions.OfType<OptionsValidationException>().SelectMany(failure => failure.Failures).Distinct();
        }
    }
}
