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

    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "artifacts", "screenshots");

    [SkippableFact]
    public async Task Every_page_can_be_read_by_everyone()
    {
        Skip.If(Chromium.SkipReason is not null, Chromium.SkipReason);
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_BROWSER") != "1", "It takes a minute: set PPCADS_BROWSER=1.");
        Directory.CreateDirectory(Folder);
        await using ShowRoom room = await ShowRoom.OpenAsync();
        string account = $"/ads/accounts/{room.Synced.AccountId}";
        (string Name, string Address)[] pages =
        [
            ("overview", "/ads"), ("overview-month", "/ads?period=7d&compare=year"), ("accounts", "/ads/accounts"),
            ("account-new", "/ads/accounts/new"), ("account", account), ("account-close", account + "/close"),
            ("connect", $"/ads/accounts/{room.New.AccountId}/connect"), ("connected", account + "/connected"),
            ("refused", $"/ads/accounts/{room.New.AccountId}/refused"),
                ("connect-failed", "/ads/connect/failed?reason=connect_state_used"),
            ("runs", "/ads/runs"), ("run", $"/ads/runs/{room.Run}"), ("not-found", "/ads/nothing"),
                ("bad-address", "/ads?colour=red"),
        ];
        List<string> problems = [];
        foreach ((string suffix, int width, bool isDark) in new[] { ("light", 1440, false), ("dark", 1440, true),
            ("phone", 390, false) })
        {
            problems.AddRange(await VisitAsync(room, pages, suffix, width, isDark, "ada"));
            problems.AddRange(await VisitAsync(room,
                [("empty", "/ads"), ("runs-empty", "/ads/runs"), ("accounts-empty", "/ads/accounts")], suffix, width, isDark,
                    "bob"));
        }

        string.Join("\n", problems).Should().BeEmpty();
    }

    private async Task<IReadOnlyList<string>> VisitAsync(
        ShowRoom room, IEnumerable<(string Name, string Address)> pages, string suffix, int width, bool isDark, string user)
    {
        List<string> problems = [];
        IPage page = await chromium.OpenAsync(room.Host.Address, user, width, isDark: isDark);
        IPage checkedPage = await chromium.OpenAsync(room.Host.Address, user, width, isDark: isDark, bypassesPolicy: true);
        foreach ((string name, string address) in pages)
        {
            await page.GotoAsync(address);

            // The rail is as high as the window.
            int height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            await page.SetViewportSizeAsync(width, Math.Max(Height, height));
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{suffix}.png"), FullPage = true });
            await page.SetViewportSizeAsync(width, Height);
            problems.AddRange((await page.EvaluateAsync<string[]>("window.violations"))
                .Select(text => $"{name} {suffix}: policy {text}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            {
                problems.Add($"{name} {suffix}: scrolls sideways");
            }

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
