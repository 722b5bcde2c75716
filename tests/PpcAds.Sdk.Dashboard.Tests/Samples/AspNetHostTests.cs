using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Dashboard.Tests.Samples;

/// <summary>
/// The sample's service in a WebApplicationFactory, which takes the first host that the program builds, as <c>dotnet ef</c>
/// does: it
/// must be the service, not its simulator.
/// </summary>
public sealed class AspNetHostTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-sample-");

    [Fact]
    public async Task A_browser_signs_in_and_reaches_the_dashboard_and_programs_still_get_a_status()
    {
        await using WebApplicationFactory<Program> factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseContentRoot(Path.Combine(RepositoryFiles.Root, "samples", "AspNetHost"));
            host.UseSetting("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(_folder.FullName, "shop.db")};Pooling=False");
            host.UseSetting("KeyFolder", Path.Combine(_folder.FullName, "keys"));
        });
        using HttpClient browser = factory.CreateClient();

        (await browser.GetAsync(new Uri("/api/v1/accounts", UriKind.Relative))).StatusCode.Should()
            .Be(HttpStatusCode.Unauthorized);
        string start = await browser.GetStringAsync(new Uri("/ads", UriKind.Relative));
        start.Should().Contain("Sign in", "who is not signed in is led to the first page");
        using var page = await new HtmlParser().ParseDocumentAsync(start, CancellationToken.None);
        AngleSharp.Dom.IElement token = page.QuerySelector("input[type=hidden]")!;
        using var form = new FormUrlEncodedContent(
        [
            new(token.GetAttribute("name")!, token.GetAttribute("value")!), new("key", "acme-key-for-trying-only"),
        ]);
        using HttpResponseMessage signedIn = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        (await signedIn.Content.ReadAsStringAsync()).Should().Contain("Signed in as acme.").And.Contain("href=\"/ads\"");

        (await browser.GetStringAsync(new Uri("/ads", UriKind.Relative)))
            .Should().Contain("No account is connected yet. Three steps to the first figures.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
