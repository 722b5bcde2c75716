using Microsoft.Playwright;
using PpcAds.Sdk.Dashboard.Tests.Hosting;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>Everything by keyboard alone. Only with <c>PPCADS_BROWSER=1</c>.</summary>
[Trait("Category", "Browser")]
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableFact]
    public async Task Every_control_of_every_page_is_reached_and_operated()
    {
        SkipUnlessAsked();
        await using ShowRoom room = await ShowRoom.OpenAsync();
        List<string> problems = [];
        foreach ((string user, IEnumerable<(string Name, string Address)> pages) in new[]
        {
            ("ada", room.Pages.All), ("bob", PageList.Empty),
        })
        {
            IPage page = await chromium.OpenAsync(room.Host.Address, user);
            foreach ((string name, string address) in pages)
            {
                await page.GotoAsync(address);
                problems.AddRange((await new Keyboard(page).OperateAllAsync()).Select(problem => $"{name}: {problem}"));
            }

            await page.Context.DisposeAsync();
        }

        string.Join("\n", problems.Distinct()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_first_stop_leads_past_the_rail()
    {
        SkipUnlessAsked();
        await using DashboardHost host = await DashboardHost.StartAsync();
        IPage page = await chromium.OpenAsync(host.Address);
        await page.GotoAsync("/ads/accounts/new");

        await page.Keyboard.PressAsync("Tab");
        ILocator skip = page.Locator("a.skip");
        (await skip.EvaluateAsync<bool>("e => e === document.activeElement && e.getBoundingClientRect().left >= 0"))
            .Should().BeTrue("it is the first stop, and then it can be seen");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("main");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)")).Should().BeTrue();
        await page.Context.DisposeAsync();
    }

    [SkippableFact]
    public async Task An_account_is_added_connected_paused_and_the_theme_is_set_without_a_mouse()
    {
        SkipUnlessAsked();
        await using DashboardHost host = await DashboardHost.StartAsync(new DashboardSetup { HasWorker = true });
        IPage page = await chromium.OpenAsync(host.Address);
        var keys = new Keyboard(page);
        await page.GotoAsync("/ads");

        await keys.TabToAsync("Company");
        await page.Keyboard.TypeAsync("Northern Kettles");
        await PressAsync(keys, page, "Add and go on");
        await PressAsync(keys, page, "Connect with Amazon");
        await PressAsync(keys, page, "Allow");
        await page.GetByText("The first sync has started.").WaitForAsync();
        await PressAsync(keys, page, "Accounts");
        await PressAsync(keys, page, "Manage");
        await PressAsync(keys, page, "Pause");
        (await page.Locator(".flag[role=status]").InnerTextAsync()).Should().StartWith("Northern Kettles is paused.");

        // Arrows pass by Light; nothing is sent until Enter.
        await keys.TabToAsync("Theme");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark", new() { Timeout = 60_000 });
        await page.Context.DisposeAsync();
    }

    [SkippableFact]
    public async Task On_a_phone_menu_and_filters_open_and_close_by_keys()
    {
        SkipUnlessAsked();
        await using DashboardHost host = await DashboardHost.StartAsync();
        await host.AddAccountAsync();
        IPage page = await chromium.OpenAsync(host.Address, width: 390);
        var keys = new Keyboard(page);
        await page.GotoAsync("/ads/accounts");
        foreach ((string button, string sheet) in new[] { ("Menu", "#nav"), ("Every status but closed", "#filters") })
        {
            await keys.TabToAsync(button);
            (await page.Locator(sheet).IsVisibleAsync()).Should().BeFalse(button);
            await page.Keyboard.PressAsync("Enter");
            (await page.Locator(sheet).IsVisibleAsync()).Should().BeTrue(button);
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<bool>($"document.querySelector('{sheet}').contains(document.activeElement)"))
                .Should().BeTrue($"{button}: the next stop is within");
            await page.Keyboard.PressAsync("Escape");
            (await page.Locator(sheet).IsVisibleAsync()).Should().BeFalse(button);
            (await page.EvaluateAsync<string>("document.activeElement.getAttribute('popovertarget')")).Should().Be(sheet[1..]);
        }

        await page.Context.DisposeAsync();
    }

    private static async Task PressAsync(Keyboard keys, IPage page, string name)
    {
        await keys.TabToAsync(name);
        IResponse answer = await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.PressAsync("Enter"), one => one.Request.IsNavigationRequest && one.Status == 200);
        await page.WaitForURLAsync(answer.Url);
    }

    private static void SkipUnlessAsked()
    {
        Skip.If(Chromium.SkipReason is not null, Chromium.SkipReason);
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_BROWSER") != "1", "It takes a minute: set PPCADS_BROWSER=1.");
    }
}
