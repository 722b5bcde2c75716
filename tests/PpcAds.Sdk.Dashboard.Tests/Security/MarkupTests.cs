using AngleSharp.Dom;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Dashboard.Tests.Pages;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Tests.Security;

/// <summary>Names and Amazon's messages are text, never markup.</summary>
public sealed class MarkupTests
{
    [Fact]
    public async Task Fifty_hostile_names_are_shown_as_they_are()
    {
        HostileTexts.All.Should().HaveCountGreaterThanOrEqualTo(50).And.OnlyHaveUniqueItems();
        await using DashboardHost host = await DashboardHost.StartAsync();
        var accounts = new List<Account>();
        foreach (string text in HostileTexts.All)
        {
            accounts.Add(await host.AddAccountAsync(text, isConnected: false));
        }

        QueuedRun? run = await host.Storage.Runs.EnqueueAsync(
            new RunRequest { AccountId = accounts[0].AccountId }, TimeProvider.System.GetUtcNow());
        await host.Storage.Runs.SaveAsync(run! with
        {
            State = QueuedRunState.Failed,
            StartedAt = run!.RequestedAt,
            FinishedAt = run.RequestedAt,
            Error = string.Join(' ', HostileTexts.All),
            Steps = [.. HostileTexts.All
                .Select(text => new RunStep(accounts[0].AccountId, null, text) { Outcome = StepOutcome.Failed, Reason = text })],
        });
        using var visitor = new Visitor(host);
        List<string> addresses = ["/ads", "/ads/accounts", "/ads/accounts?row=26", "/ads/runs", $"/ads/runs/{run.RunId}"];
        addresses.AddRange(accounts.Take(20).SelectMany(account => new[]
        {
            $"/ads/accounts/{account.AccountId}", $"/ads/accounts/{account.AccountId}/connect",
            $"/ads/accounts/{account.AccountId}/close", $"/ads/accounts/{account.AccountId}/refused",
        }));
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (string address in addresses)
        {
            VisitedPage page = await visitor.GetAsync(address);
            CheckClean(page.Document, address);
            string text = page.Document.DocumentElement.TextContent;
            shown.UnionWith(HostileTexts.All.Where(one => text.Contains(one, StringComparison.Ordinal)));
        }

        shown.Should().BeEquivalentTo(HostileTexts.All, "each is shown somewhere, as the text that it is");
    }

    [Fact]
    public async Task Names_of_campaigns_keywords_and_search_terms_are_shown_as_they_are()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        await world.AddCampaignsAsync(HostileTexts.All.Count, id => HostileTexts.All[id - 1]);
        using var visitor = new Visitor(world.Host);
        VisitedPage all = await visitor.GetAsync("/ads/campaigns?size=100");
        CheckClean(all.Document, "campaigns");
        all.Document.QuerySelectorAll("td.name > a").Select(link => link.TextContent).Should().BeEquivalentTo(HostileTexts.All);

        foreach (string text in HostileTexts.All.Take(12))
        {
            await world.AddPathAsync(text, text, text, text);
            foreach (string address in new[]
            {
                "/ads/campaigns?size=100", "/ads/ad-groups", "/ads/keywords", "/ads/search-terms", "/ads/placements",
                "/ads/products",
                $"/ads/campaigns/{world.ProfileText}.sp.1", $"/ads/ad-groups/{world.ProfileText}.sp.1.11",
                $"/ads/keywords/{world.ProfileText}.sp.1.11.k111", $"/ads/campaigns?q={Uri.EscapeDataString(text)}", "/ads/data",
            })
            {
                VisitedPage page = await visitor.GetAsync(address);
                CheckClean(page.Document, address);
                if (address != "/ads/data")
                {
                    page.Document.DocumentElement.TextContent.Should().Contain(text, address);
                }
            }
        }
    }

    [Fact]
    public async Task Hostile_addresses_come_back_as_text()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var visitor = new Visitor(host);

        foreach (string text in HostileTexts.All)
        {
            string escaped = Uri.EscapeDataString(text);
            foreach (string address in new[] { $"/ads?{escaped}=1", $"/ads/accounts?q={escaped}", $"/ads/{escaped}",
                $"/ads/campaigns?sort={escaped}", $"/ads/keywords/{escaped}" })
            {
                CheckClean((await visitor.GetAsync(address)).Document, address);
            }
        }
    }

    private static void CheckClean(IDocument document, string where)
    {
        document.QuerySelectorAll("script:not([src]),iframe,object,embed,base,style,img,video,math").Should().BeEmpty(where);
        document.All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || attribute.Name is "style" or "srcdoc")
            .Select(attribute => attribute.Name).Should().BeEmpty(where);
        document.QuerySelectorAll("[href],[src],[action]")
            .SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("src"),
                element.GetAttribute("action") })
            .OfType<string>().Where(value => value.Length > 0)
            .Should().OnlyContain(value => value.StartsWith('/') || value.StartsWith('#') || value == "data:,", where);
    }
}
