using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PpcAds.Sdk.Dashboard.Tests.Hosting;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>A user who goes through the pages in a browser, and all that the browser requested on the way.</summary>
internal sealed partial class Tour
{
    private const int LongestSync = 120_000;

    private readonly DashboardHost _host;
    private readonly bool _hasScript;
    private readonly HashSet<string> _visited = [];
    private readonly List<string> _errors = [];
    private int _loads;

    public Tour(DashboardHost host, IPage page, bool hasScript)
    {
        (_host, Page, _hasScript) = (host, page, hasScript);
        page.Context.Request += (_, request) => Note(request);
        page.Console += (_, message) =>
        {
            // The simulator's consent page has no icon.
            if (message.Type == "error" && message.Location.StartsWith(host.Address.ToString(), StringComparison.Ordinal))
            {
                _errors.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Gets what was requested of the dashboard by GET: pages, files, assets, streams.</summary>
    public IReadOnlyCollection<string> Visited => _visited;

    /// <summary>Gets what the console of the browser complained about.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>From an empty dashboard to the page of the first sync.</summary>
    public async Task ConnectAsync(string company)
    {
        await Page.GotoAsync("/ads");
        await Page.GetByLabel("Company").FillAsync(company);
        await PressAsync("Add and go on");
        await PressAsync("Connect with Amazon");
        await PressAsync("Allow");
        await Page.GetByText("The first sync has started.").WaitForAsync();
        await FollowAsync("Watch it");
    }

    /// <summary>Watches a run to its end: with JavaScript nothing loads again, without it the page does so itself.</summary>
    public async Task WatchAsync()
    {
        int before = _loads;
        if (_hasScript)
        {
            await Page.EvaluateAsync(
                """
                window.seen = [];
                const part = document.querySelector('[data-live=summary]');
                new MutationObserver(() => window.seen.push(part.querySelector('strong').textContent))
                  .observe(part, { childList: true, subtree: true });
                """);
            await Assertions.Expect(Page).ToHaveTitleAsync(DoneTitle(), new() { Timeout = LongestSync });
            (await Page.EvaluateAsync<string[]>("window.seen")).Distinct()
                .Should().HaveCountGreaterThan(1, "reports are counted while they arrive");
            _loads.Should().Be(before, "live parts need no other page");
            (await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel run" }).CountAsync()).Should().Be(0);
        }
        else
        {
            await Assertions.Expect(Page.Locator("[data-live=state]"))
                .ToHaveTextAsync("Complete", new() { Timeout = LongestSync });
            _loads.Should().BeGreaterThan(before, "the page loads itself again");
        }

        (await Page.Locator("[data-live=summary]").InnerTextAsync()).Should().MatchRegex(@"(\d+) of \1 reports loaded");
        (await Page.Locator("[data-live=state]").InnerTextAsync()).Should().Be("Complete");
    }

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    /// <summary>Saves the file of a link and returns its rows, the headings first.</summary>
    public async Task<IReadOnlyList<string[]>> DownloadAsync(string link)
    {
        IDownload file = await Page.RunAndWaitForDownloadAsync(() => FollowAsync(link));
        using var reader = new StreamReader(await file.CreateReadStreamAsync());
        string text = await reader.ReadToEndAsync();
        return [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
    }

    /// <summary>The texts of the headline figures.</summary>
    public async Task<string[]> HeadlineAsync() => [.. await Page.Locator(".kpis b").AllInnerTextsAsync()];

    /// <summary>The rows of a table of the page, by the last part of the address that the name leads to.</summary>
    /// <param name="table">The table.</param>
    /// <param name="skipped">The cells between the name and the figures.</param>
    /// <param name="figures">The number of figures.</param>
    public async Task<IReadOnlyDictionary<string, string[]>> RowsAsync(ILocator table, int skipped, int figures)
    {
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (ILocator row in await table.Locator("tbody tr:not(.tot)").AllAsync())
        {
            string address = (await row.Locator("td.name a").GetAttributeAsync("href"))!;
            string key = Uri.UnescapeDataString(address.Split('?')[0].Split('/')[^1]);
            IReadOnlyList<string> cells = await row.Locator("td").AllInnerTextsAsync();
            rows.Add(key, [.. cells.Skip(1 + skipped).Take(figures).Select(cell => cell.Trim())]);
        }

        return rows;
    }

    /// <summary>What the browser refused because of the policy of the page.</summary>
    public async Task<string[]> ViolationsAsync() =>
        _hasScript ? await Page.EvaluateAsync<string[]>("window.violations") : [];

    private void Note(IRequest request)
    {
        if (!request.Url.StartsWith(_host.Address.ToString(), StringComparison.Ordinal))
        {
            return;
        }

        if (request.IsNavigationRequest)
        {
            _loads++;
        }

        if (request.Method == "GET")
        {
            _visited.Add(request.Url);
        }
    }

    [GeneratedRegex("^Done: ")]
    private static partial Regex DoneTitle();
}
