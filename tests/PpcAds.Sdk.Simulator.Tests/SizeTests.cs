using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Worlds of a chosen size, and manual targets of Sponsored Products, which only such worlds have.</summary>
public sealed class SizeTests
{
    private const string Targets = "application/vnd.spTargetingClause.v3+json";

    [Fact]
    public async Task Ad_groups_keywords_and_targets_are_as_many_as_chosen()
    {
        await using Caller caller = await Caller.StartAsync(Sized);
        long id = caller.Profile().ProfileId;
        JsonArray campaigns = await ListAsync(caller, "campaigns", Caller.Campaigns, "campaigns", "{}", id);
        int manual = campaigns.Count(campaign => campaign!["targetingType"]!.ToString() == "MANUAL");

        manual.Should().BeInRange(1, 29);
        SimulatorProfileInfo profile = caller.Profile();
        (profile.AdGroups, profile.Keywords, profile.Targets).Should().Be(
            (60, manual * 2 * 7, (manual * 2 * 3) + ((30 - manual) * 2 * 4)));
    }

    [Fact]
    public async Task Manual_targets_are_products_and_categories_with_names_where_they_are_resolved()
    {
        await using Caller caller = await Caller.StartAsync(Sized);
        long id = caller.Profile().ProfileId;
        JsonArray manual = await TargetsAsync(caller, """{"expressionTypeFilter":{"include":["MANUAL"]}}""");
        JsonArray automatic = await TargetsAsync(caller, """{"expressionTypeFilter":{"include":["AUTO"]}}""");

        (manual.Count + automatic.Count).Should().Be(caller.Profile().Targets);
        manual.Should().OnlyContain(target => target!["expressionType"]!.ToString() == "MANUAL");
        automatic.Should().OnlyContain(target => target!["expressionType"]!.ToString() == "AUTO");
        JsonNode category = manual.First(target => target!["expression"]![0]!["type"]!.ToString() == "ASIN_CATEGORY_SAME_AS")!;
        category["expression"]!.AsArray().Should().HaveCount(4);
        category["resolvedExpression"]![0]!["value"]!.ToString().Should().Be($"Name of {category["expression"]![0]!["value"]}");
        JsonNode product = manual.First(target => target!["expression"]![0]!["type"]!.ToString() == "ASIN_SAME_AS")!;
        string asin = product["expression"]![0]!["value"]!.ToString();
        (await TargetsAsync(caller, $$$"""{"asinFilter":{"include":["{{{asin}}}"]}}""")).Should().ContainSingle();
    }

    [Fact]
    public async Task Manual_targets_have_figures_and_every_grain_adds_up_to_the_same()
    {
        await using Caller caller = await Caller.StartAsync(Sized);
        var start = new DateOnly(2026, 3, 1);
        long id = caller.Profile().ProfileId;

        SimulatorTotals targets = caller.Simulator.Truth.GetTotals(id, "spTargeting", ["targeting"], start, start.AddDays(6));
        SimulatorTotals campaigns = caller.Simulator.Truth.GetTotals(id, "spCampaigns", ["campaign"], start, start.AddDays(6));

        (targets.Cost, targets.Clicks).Should().Be((campaigns.Cost, campaigns.Clicks));
        JsonArray manual = await TargetsAsync(caller, """{"expressionTypeFilter":{"include":["MANUAL"]}}""");
        long[] ids = [.. manual.Select(target => long.Parse(target!["targetId"]!.ToString(), CultureInfo.InvariantCulture))];
        caller.Simulator.Truth.GetRows(id, "spTargeting", ["targeting"], start, start)
            .Should().Contain(row => ids.Contains(row.TargetId!.Value));
    }

    [Fact]
    public async Task By_default_there_is_no_manual_target()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 30);

        (await TargetsAsync(caller, "{}"))
            .Should().OnlyContain(target => target!["expressionType"]!.ToString() == "AUTO");
    }

    [Fact]
    public async Task States_of_a_list_follow_the_day_and_pages_of_two_lists_do_not_mix()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 60);
        long id = caller.Profile().ProfileId;
        const string Enabled = """{"stateFilter":{"include":["ENABLED"]}}""";
        int before = (await ListAsync(caller, "campaigns", Caller.Campaigns, "campaigns", Enabled, id)).Count;
        (await ListAsync(caller, "campaigns", Caller.Campaigns, "campaigns", "{}", id)).Should().HaveCount(60);

        caller.Time.Advance(TimeSpan.FromDays(300));
        caller.Token = (await caller.GrantAsync())["access_token"];

        (await ListAsync(caller, "campaigns", Caller.Campaigns, "campaigns", Enabled, id)).Count.Should().BeInRange(
            1, before - 1);
        (await caller.ListAsync("campaigns", Caller.Campaigns, """{"stateFilter":{"include":["NONE"]}}""", id)).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await caller.ListAsync("campaigns", Caller.Campaigns, """{"stateFilter":{"include":["NONE"]}}""", id)).Status
            .Should().Be(HttpStatusCode.BadRequest, "a wrong filter stays wrong");
    }

    private static void Sized(SimulatorOptions options) =>
        (options.Campaigns, options.AdGroupsPerCampaign, options.KeywordsPerAdGroup, options.TargetsPerAdGroup) = (30, 2, 7, 3);

    private static Task<JsonArray> TargetsAsync(Caller caller, string body) =>
        ListAsync(caller, "targets", Targets, "targetingClauses", body, caller.Profile().ProfileId);

    private static async Task<JsonArray> ListAsync(
        Caller caller, string path, string mediaType, string member, string body, long profile) =>
        (await caller.ListAsync(path, mediaType, body, profile)).Body![member]!.AsArray();
}
