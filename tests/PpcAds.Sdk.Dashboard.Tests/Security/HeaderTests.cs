using AngleSharp.Dom;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;

namespace PpcAds.Sdk.Dashboard.Tests.Security;

/// <summary>What a browser may do with the pages, and what they may hold.</summary>
public sealed class HeaderTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    [Fact]
    public async Task Every_page_is_strict_and_has_no_script_or_style_of_its_own()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        Account account = await host.AddAccountAsync();
        using var visitor = new Visitor(host);
        await visitor.GetAsync("/ads/accounts");
        await visitor.PressAsync("Sync now");
        string run = visitor.Page.Address.AbsolutePath;
        string path = $"/ads/accounts/{account.AccountId}";

        foreach (string address in new[]
        {
            "/ads", "/ads/accounts", "/ads/accounts/new", path, path + "/close", path + "/connect", path + "/connected",
            path + "/refused", "/ads/connect/failed", "/ads/runs", run, "/ads/nothing", "/ads?wrong=1",
        })
        {
            VisitedPage page = await visitor.GetAsync(address);
            string policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
            policy.Should().Be(
                address.EndsWith("/connect", StringComparison.Ordinal)
                    ? Policy.Replace("form-action 'self'",
                        $"form-action 'self' {host.Amazon.BaseAddress.AbsoluteUri.TrimEnd('/')}", StringComparison.Ordinal)
                    : Policy,
                address);
            page.Response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            page.Response.Headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
            page.Response.Headers.CacheControl!.NoStore.Should().BeTrue(address);
            page.Document.QuerySelectorAll("[style],style").Should().BeEmpty(address);
            page.Document.QuerySelectorAll("script").Where(script => script.TextContent.Length > 0 || !script.HasAttribute("src"))
                .Should().BeEmpty(address);
            page.Document.All.SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).Should().BeEmpty(address);
            page.Document.QuerySelectorAll("h1").Should().ContainSingle(address);
            page.Document.All.Select(element => element.Id).OfType<string>().Where(id => id.Length > 0)
                .Should().OnlyHaveUniqueItems(address);
        }
    }

    [Fact]
    public async Task Assets_are_small_and_kept_for_ever()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var visitor = new Visitor(host);
        VisitedPage page = await visitor.GetAsync("/ads");
        string css = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        string script = page.Document.QuerySelector("script")!.GetAttribute("src")!;

        VisitedPage style = await visitor.GetAsync(css);
        style.Response.Headers.CacheControl!.ToString().Should().Be("max-age=31536000, private, immutable");
        style.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/css");
        style.Html.Length.Should().BeLessThanOrEqualTo(18 * 1024);
        VisitedPage code = await visitor.GetAsync(script);
        code.Html.Length.Should().BeLessThan(5 * 1024);
        code.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        page.Html.Length.Should().BeLessThan(60 * 1024);
        (await visitor.GetAsync("/ads/assets/0000/dashboard.css")).Status.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_theme_is_a_form_and_a_cookie()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var visitor = new Visitor(host);
        await visitor.GetAsync("/ads/accounts?status=paused");

        // The button stands in <noscript>, whose content a parser with scripting takes for text; the form is the same.
        IElement form = visitor.Page.Document.QuerySelector("form[action='/ads/theme']")!;
        form.QuerySelector("noscript")!.TextContent.Should().Contain("Set theme");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ads/theme")
        {
            Content = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(
                input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).Append(
                    new("theme", "dark"))),
        };
        using HttpResponseMessage answer = await visitor.SendAsync(request);

        answer.Headers.Location!.ToString().Should().Be("/ads/accounts?status=paused");
        (await visitor.GetAsync("/ads")).Document.DocumentElement.GetAttribute("data-theme").Should().Be("dark");
    }
}
