using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

public sealed partial class ConnectPageTests
{
    [Theory]
    [InlineData("host")]
    [InlineData("health")]
    public void The_page_shows_the_code_that_is_compiled_and_run_here(string name)
    {
        string page = RepositoryFiles.Read("docs", "connect.md").ReplaceLineEndings("\n");

        page.Should().Contain($"<!-- snippet: {name} -->\n```csharp\n{Snippet(name)}\n```\n<!-- end-snippet -->");
    }

    [Fact]
    public void Every_test_that_the_tables_of_threats_name_is_there()
    {
        string[] names = [.. TestName().Matches(RepositoryFiles.Read("docs", "security.md")).Select(match => match.Groups[1].Value)];
        string tests = string.Concat(Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        names.Should().HaveCountGreaterThan(50).And.OnlyContain(name => tests.Contains($" {name}(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_host_of_the_page_connects_an_account()
    {
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            AsOf = TimeProvider.System.GetUtcNow(),
            ConsentAnswer = SimulatorConsentAnswer.Allow,
            Profiles = 1,
            Campaigns = 1,
        });
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AmazonAds:ClientId"] = amazon.ClientId,
            ["AmazonAds:ClientSecret"] = amazon.ClientSecret,
        });
        builder.Services.Configure<PpcAdsOptions>(options => options.Client = SimulatedAmazon.OptionsFor(amazon));
        ConnectSnippets.Health(builder.Services);
        await using WebApplication app = ConnectSnippets.Build(builder, (_, _) => true);
        await app.StartAsync();
        var root = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        amazon.Consent.AllowReturnUrl(new Uri(root, "/api/v1/connect/amazon/callback"));
        Account account = await app.Services.GetRequiredService<IAccountStore>().AddAsync("Acme");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using HttpResponseMessage left = await http.GetAsync(new Uri(root, $"/api/v1/connect/amazon/{account.AccountId}"));
        using HttpResponseMessage answered = await http.GetAsync(left.Headers.Location);
        using HttpResponseMessage back = await http.GetAsync(answered.Headers.Location);

        back.StatusCode.Should().Be(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync());
        back.Headers.Location!.OriginalString.Should().Be($"/settings/ads?account_id={account.AccountId}");
        (await app.Services.GetRequiredService<ITokenStore>().FindAsync(account.AccountId)).Should().NotBeNull();
        (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status.Should().Be(HealthStatus.Healthy);
        await app.StopAsync();
    }

    private static string Snippet(string name)
    {
        string source = RepositoryFiles.Read("tests", "PpcAds.Sdk.AspNetCore.Tests", "Connect", "ConnectSnippets.cs").ReplaceLineEndings("\n");
        int start = source.IndexOf($"// <{name}>\n", StringComparison.Ordinal) + $"// <{name}>\n".Length;
        string[] lines = source[start..source.IndexOf($"// </{name}>", start, StringComparison.Ordinal)].TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }

    [GeneratedRegex("`(?:[A-Za-z]+\\.)?([A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();
}
