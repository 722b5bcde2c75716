using System.IO.Compression;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>
/// Every page in both themes and on a phone: a picture of it in <c>artifacts/screenshots</c>, no violation of accessibility
/// rules or
/// of its policy, no sideways scroll. Only with <c>PPCADS_BROWSER=1</c>.
/// </summary>
[Trait("Category", "Browser")]
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Height = 900;

    /// <summary>What a page and its assets may have together, as they are sent with gzip.</summary>
    private const int MostBytes = 100 * 1024;

    /// <summary>The head of a table must not lie over its first row.</summary>
    private const string CoveredRows =
        """
        [...document.querySelectorAll('table')].filter(t => t.tHead && t.tBodies[0]?.rows.length
          && t.tHead.rows[0].cells[0].getBoundingClientRect().bottom > t.tBodies[0].rows[0].getBoundingClientRect().top + 1)
          .map(t => 'the head covers the first row of ' + t.caption?.textContent)
        """;

    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "artifacts", "screenshots");

    [SkippableFact]
    public async Task Every_page_can_be_read_by_everyone()
    {
        Skip.If(Chromium.SkipReason is not null, Chromium.SkipReason);
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_BROWSER") != "1", "It takes a minute: set PPCADS_BROWSER=1.");
        Directory.CreateDirectory(Folder);
        await using ShowRoom room = await ShowRoom.OpenAsync();
        List<string> problems = [];
        foreach ((string suffix, int width, bool isDark) in new[] { ("light", 1440, false), ("dark", 1440, true),
            ("phone", 390, false) })
        {
            problems.AddRange(await VisitAsync(room, room.Pages.All, suffix, width, isDark, "ada"));
            problems.AddRange(await VisitAsync(room, PageList.Empty, suffix, width, isDark, "bob"));
        }

        string.Join("\n", problems).Should().BeEmpty();
    }

    /// <summary>A zoom of 200 % is half the width at twice the density; 360 is the narrowest phone.</summary>
    [SkippableTheory]
    [InlineData("zoom-200", 720, 450, 2, false)]
    [InlineData("narrow", 360, 780, 1, false)]
    [InlineData("forced-colors", 1440, 900, 1, true)]
    public async Task Nothing_is_lost_when_pages_are_large_narrow_or_of_few_colors(
        string suffix, int width, int height, float scale, bool hasForcedColors)
    {
        Skip.If(Chromium.SkipReason is not null, Chromium.SkipReason);
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_BROWSER") != "1", "It takes a minute: set PPCADS_BROWSER=1.");
        Directory.CreateDirectory(Folder);
        await using ShowRoom room = await ShowRoom.OpenAsync();
        List<string> problems = [];
        IPage page = await chromium.OpenAsync(
            room.Host.Address, width: width, height: height, scale: scale, hasForcedColors: hasForcedColors);
        foreach ((string name, string address) in room.Pages.All)
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{suffix}.png"), FullPage = true });
            problems.AddRange((await FindLayoutProblemsAsync(page)).Select(text => $"{name} {suffix}: {text}"));
        }

        await page.Context.DisposeAsync();
        string.Join("\n", problems).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<string>> FindLayoutProblemsAsync(IPage page)
    {
        List<string> problems = [.. await page.EvaluateAsync<string[]>(CoveredRows)];
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
        {
            problems.Add("scrolls sideways");
        }

        return problems;
    }

    private async Task<IReadOnlyList<string>> VisitAsync(
        ShowRoom room, IEnumerable<(string Name, string Address)> pages, string suffix, int width, bool isDark, string user)
    {
        List<string> problems = [];
        IPage page = await chromium.OpenAsync(room.Host.Address, user, width, isDark: isDark);
        IPage checkedPage = await chromium.OpenAsync(room.Host.Address, user, width, isDark: isDark, bypassesPolicy: true);
        foreach ((string name, string address) in pages)
        {
            IResponse? answer = await page.GotoAsync(address);
            int size = Gzip(await answer!.BodyAsync()) + await MeasureAssetsAsync(page);
            if (size > MostBytes)
            {
                problems.Add($"{name} {suffix}: {size} bytes");
            }

            // The rail is as high as the window.
            int height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            await page.SetViewportSizeAsync(width, Math.Max(Height, height));
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{suffix}.png"), FullPage = true });
            await page.SetViewportSizeAsync(width, Height);
            problems.AddRange((await page.EvaluateAsync<string[]>("window.violations"))
                .Select(text => $"{name} {suffix}: policy {text}"));
            problems.AddRange((await FindLayoutProblemsAsync(page)).Select(text => $"{name} {suffix}: {text}"));

            await checkedPage.GotoAsync(address);
            AxeResult result = await checkedPage.RunAxe();
            problems.AddRange(result.Violations
                .SelectMany(rule => rule.Nodes.Select(node => $"{name} {suffix}: {rule.Id} {node.Html}")));
        }

        if (suffix == "phone" && user == "ada")
        {
            await OpenSheetsAsync(page);
        }

        await page.Context.DisposeAsync();
        await checkedPage.Context.DisposeAsync();
        return problems;
    }

    /// <summary>What a first visit transfers next to the page: all that it names.</summary>
    private static async Task<int> MeasureAssetsAsync(IPage page)
    {
        int size = 0;
        foreach (string asset in await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('link[rel=stylesheet],script[src],img')].map(e => e.href || e.src)"))
        {
            IAPIResponse answer = await page.Context.APIRequest.GetAsync(asset);
            size += Gzip(await answer.BodyAsync());
        }

        return size;
    }

    private static int Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return (int)packed.Length;
    }

    /// <summary>Menu and filters of a phone are popovers of the browser.</summary>
    private static async Task OpenSheetsAsync(IPage page)
    {
        await page.GotoAsync("/ads");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, "filters-phone.png") });
        (await page.Locator("#filters button").IsVisibleAsync()).Should().BeTrue();
        await page.GotoAsync("/ads");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, "menu-phone.png") });
        await page.GetByRole(AriaRole.Link, new() { Name = "Runs" }).ClickAsync();
        (await page.TitleAsync()).Should().StartWith("Runs");
    }
}
