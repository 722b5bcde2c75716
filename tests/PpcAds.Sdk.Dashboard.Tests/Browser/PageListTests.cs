using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>The list of pages that are looked at has every page that is mapped.</summary>
public sealed class PageListTests
{
    /// <summary>Answers that are no pages: files, a stream, assets, the way to Amazon and back.</summary>
    private static readonly string[] NoPages =
        [".csv", "/events", "/assets/{hash}/{file}", "/connect/amazon/{accountId}", "/connect/amazon/callback"];

    [Fact]
    public async Task No_page_is_forgotten()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        var list = new PageList(new AccountId(1), new AccountId(2), 3, PageList.Tables.ToDictionary(
            table => table.Grain,
            table => new PerformanceRowId(new AccountId(1), new ProfileId(1_001), "SPONSORED_PRODUCTS", "1")));
        string[] paths = [.. list.All.Select(page => page.Address.Split('?')[0])];
        string[] routes =
        [
            .. host.Endpoints
                .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
                .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
                .Where(route => !NoPages.Any(end => route.EndsWith(end, StringComparison.Ordinal))),
        ];

        routes.Should().HaveCountGreaterThan(20);
        routes.Where(route => !paths.Any(path => IsOf(route, path))).Should().BeEmpty();
    }

    private static bool IsOf(string route, string path) =>
        new TemplateMatcher(TemplateParser.Parse(route.TrimStart('/')), []).TryMatch(path, []);
}
