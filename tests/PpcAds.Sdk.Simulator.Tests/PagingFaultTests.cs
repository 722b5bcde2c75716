namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Lists that do not end, or end early.</summary>
public sealed class PagingFaultTests
{
    private const int Enough = 8;

    [Theory]
    [InlineData(3, 7)]
    [InlineData(100, 7)]
    [InlineData(100, 1)]
    public async Task Pages_go_round_between_two(int pageSize, int campaigns)
    {
        await using Caller caller = await StartAsync(campaigns);
        caller.Simulator.Faults.Add(SimulatorFault.PagesInCircle("sp.campaigns.list"));

        List<(string[] Ids, string? Next)> pages = await PagesAsync(caller, pageSize);

        pages.Should().HaveCount(Enough, "there is no end");
        pages.Select(page => page.Next).Distinct().Should().HaveCount(2);
        pages.Where((_, index) => index % 2 == 0).Select(page => page.Ids).Should().AllBeEquivalentTo(pages[0].Ids);
        pages.Where((_, index) => index % 2 == 1).Select(page => page.Ids).Should().AllBeEquivalentTo(pages[1].Ids);
        pages[0].Ids.Should().NotBeEmpty().And.NotIntersectWith(pages[1].Ids);
    }

    [Fact]
    public async Task The_same_page_comes_again_under_tokens_that_were_never_there_before()
    {
        await using Caller caller = await StartAsync(7);
        caller.Simulator.Faults.Add(SimulatorFault.PagesRepeat("sp.campaigns.list"));

        List<(string[] Ids, string? Next)> pages = await PagesAsync(caller, 3);

        pages.Should().HaveCount(Enough);
        pages.Select(page => page.Next).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        pages.Select(page => page.Ids).Should().AllBeEquivalentTo(pages[0].Ids);
        pages[0].Ids.Should().HaveCount(3);
    }

    [Fact]
    public async Task Empty_pages_follow_the_first_under_tokens_that_were_never_there_before()
    {
        await using Caller caller = await StartAsync(7);
        caller.Simulator.Faults.Add(SimulatorFault.PagesEmpty("sp.campaigns.list"));

        List<(string[] Ids, string? Next)> pages = await PagesAsync(caller, 3);

        pages.Should().HaveCount(Enough);
        pages.Select(page => page.Ids.Length).Should().Equal([3, .. Enumerable.Repeat(0, Enough - 1)]);
        pages.Select(page => page.Next).Should().OnlyHaveUniqueItems().And.NotContainNulls();
    }

    [Theory]
    [InlineData("PagesRepeat")]
    [InlineData("PagesEmpty")]
    [InlineData("PagesInCircle")]
    public async Task After_the_fault_any_token_of_it_leads_on_to_the_end(string kind)
    {
        await using Caller caller = await StartAsync(7);
        caller.Simulator.Faults.Add(
            new SimulatorFault { Kind = Enum.Parse<SimulatorFaultKind>(kind), Operation = "sp.campaigns.list", Times = 2 });

        List<(string[] Ids, string? Next)> pages = await PagesAsync(caller, 3);

        pages[^1].Next.Should().BeNull();
        pages.SelectMany(page => page.Ids).Distinct().Should().HaveCount(7);
    }

    [Fact]
    public async Task The_total_says_more_than_comes()
    {
        await using Caller caller = await StartAsync(7);
        caller.Simulator.Faults.Add(SimulatorFault.ListEndsEarly("sp.campaigns.list", missingItems: 697));

        Reply page = await ListAsync(caller, """{"maxResults":3}""");

        page.Body!["campaigns"]!.AsArray().Should().HaveCount(3);
        page.Body["nextToken"].Should().BeNull();
        page["totalResults"].Should().Be("700");
    }

    [Theory]
    [InlineData("sd.campaigns.list", "sd/campaigns", "campaignId")]
    [InlineData("sd.targets.listExtended", "sd/targets/extended", "targetId")]
    [InlineData("sb.keywords.list", "sb/keywords", "keywordId")]
    public async Task An_index_is_ignored(string operation, string path, string id)
    {
        await using Caller caller = await StartAsync(1);
        string[] first = await IdsAsync(caller, $"{path}?startIndex=0&count=3", id);
        string[] second = await IdsAsync(caller, $"{path}?startIndex=3&count=3", id);
        caller.Simulator.Faults.Add(SimulatorFault.IndexIgnored(operation));

        string[] again = await IdsAsync(caller, $"{path}?startIndex=3&count=3", id);

        first.Should().HaveCount(3).And.NotIntersectWith(second);
        again.Should().Equal(first);
    }

    [Fact]
    public async Task Lists_of_the_other_products_and_portfolios_go_round_too()
    {
        await using Caller caller = await StartAsync(1);
        foreach (string operation in (string[])["sb.campaigns.list", "sb.themes.list", "sb.targets.list", "portfolios.list"])
        {
            caller.Simulator.Faults.Add(SimulatorFault.PagesInCircle(operation));
        }

        foreach ((string path, string contentType) in ((string, string)[])
        [
            ("sb/v4/campaigns/list", "application/vnd.sbcampaignresource.v4+json"),
            ("sb/themes/list", "application/json"),
            ("sb/targets/list", "application/json"),
            ("portfolios/list", "application/vnd.spPortfolio.v3+json"),
        ])
        {
            var tokens = new List<string>();
            string body = "{}";
            for (int page = 0; page < 4; page++)
            {
                tokens.Add((await Lists.PostAsync(caller, path, contentType, "*/*", body))["nextToken"]);
                body = $$"""{"nextToken":"{{tokens[^1]}}"}""";
            }

            tokens.Should().HaveElementAt(2, tokens[0]).And.HaveElementAt(3, tokens[1], path);
            tokens[0].Should().NotBe(tokens[1]);
        }
    }

    private static Task<Caller> StartAsync(int campaigns) => Caller.StartAsync(options => options.Campaigns = campaigns);

    private static Task<Reply> ListAsync(Caller caller, string body) =>
        caller.ListAsync("campaigns", Caller.Campaigns, body, caller.Profile().ProfileId);

    /// <summary>The pages up to the end, or as many as make clear that there is none.</summary>
    private static async Task<List<(string[] Ids, string? Next)>> PagesAsync(Caller caller, int pageSize)
    {
        var pages = new List<(string[], string?)>();
        string? next = null;
        do
        {
            string token = next is null ? "" : $",\"nextToken\":\"{next}\"";
            Reply page = await ListAsync(caller, $$"""{"maxResults":{{pageSize}}{{token}}}""");
            next = (string?)page.Body!["nextToken"];
            pages.Add(([.. page.Body["campaigns"]!.AsArray().Select(campaign => campaign!["campaignId"]!.ToString())], next));
        }
        while (next is not null && pages.Count < Enough);
        return pages;
    }

    private static async Task<string[]> IdsAsync(Caller caller, string path, string id) =>
        [.. (await Lists.GetAsync(caller, path)).Body!.AsArray().Select(entity => entity![id]!.ToString())];
}
