using System.Text;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>One odd item among healthy ones, in lists, profiles and files.</summary>
public sealed class OddItemTests
{
    [Theory]
    [InlineData(SimulatorOddity.Null, "\"campaigns\":[null,{")]
    [InlineData(SimulatorOddity.IdNull, "{\"campaignId\":null,\"name\":\"SP | ")]
    [InlineData(SimulatorOddity.IdTooLarge, "{\"campaignId\":\"9223372036854775808\",\"name\":\"SP | ")]
    [InlineData(SimulatorOddity.OtherType, "\"name\":[\"SP | ")]
    [InlineData(SimulatorOddity.HalfEmoji, "\\ud83d\",\"state\"")]
    [InlineData(SimulatorOddity.NulCharacter, "\\u0000B\",\"state\"")]
    [InlineData(SimulatorOddity.DuplicateMember, "\"name\":\"Not SP | ")]
    [InlineData(SimulatorOddity.ExtraNull, "\"campaigns\":[null,{")]
    [InlineData(SimulatorOddity.ExtraWithoutId, "\"campaigns\":[{\"name\":\"SP | ")]
    public async Task One_item_of_a_list_is_odd_and_the_others_stay_as_they_are(SimulatorOddity oddity, string odd)
    {
        await using Caller caller = await Caller.StartAsync();
        string healthy = await ListAsync(caller);
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("sp.campaigns.list", oddity));

        string answer = await ListAsync(caller);

        healthy.Should().NotContain(odd);
        answer.Should().Contain(odd);
        string rest = healthy[(healthy.IndexOf("},{\"campaignId\"", StringComparison.Ordinal) + 1)..];
        answer.Should().EndWith(rest);
        (await ListAsync(caller)).Should().Be(healthy, "the fault is over");
    }

    [Fact]
    public async Task Bytes_may_be_no_UTF8()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("sp.campaigns.list", SimulatorOddity.InvalidUtf8));

        string answer = await ListAsync(caller);

        answer.Should().Contain("\uFFFD(\",\"state\"", "a reader puts the sign for what is unreadable in its place");
    }

    [Fact]
    public async Task A_duplicate_member_stands_first_and_the_right_one_last()
    {
        await using Caller caller = await Caller.StartAsync();
        string name = JsonNode.Parse(await ListAsync(caller))!["campaigns"]![0]!["name"]!.ToString();
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("sp.campaigns.list", SimulatorOddity.DuplicateMember));

        (await ListAsync(caller)).Should().Contain($"\"name\":\"Not {name}\",\"name\":\"{name}\"");
    }

    [Fact]
    public async Task Item_and_member_can_be_chosen()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonArray healthy = JsonNode.Parse(await ListAsync(caller))!["campaigns"]!.AsArray();
        SimulatorFault odds = SimulatorFault.WithOddItem("sp.campaigns.list", SimulatorOddity.OtherType, index: 2);
        caller.Simulator.Faults.Add(odds with { Member = "budget.budget" });
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("sp.campaigns.list", SimulatorOddity.Null, index: 99));

        JsonArray odd = JsonNode.Parse(await ListAsync(caller))!["campaigns"]!.AsArray();

        odd[2]!["budget"]!["budget"]!.AsArray().Should().ContainSingle().Which!.ToString().Should().Be(
            healthy[2]!["budget"]!["budget"]!.ToString());
        odd[0]!.ToJsonString().Should().Be(healthy[0]!.ToJsonString());
        (await ListAsync(caller)).Should().NotContain("null", "there is no such item");
    }

    [Theory]
    [InlineData("sp.adGroups.list", "adGroupId")]
    [InlineData("sp.keywords.list", "keywordId")]
    [InlineData("sd.targets.list", "targetId")]
    [InlineData("sd.productAds.list", "adId")]
    [InlineData("sb.keywords.list", "keywordId")]
    [InlineData("sb.themes.list", "themeId")]
    public async Task The_odd_id_is_the_items_own(string operation, string id)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem(operation, SimulatorOddity.IdTooLarge));
        string[] parts = operation.Split('.');

        Reply reply = (parts[0], parts[1]) switch
        {
            ("sp", var entities) => await caller.ListAsync(
                entities, entities == "adGroups"
                    ? "application/vnd.spAdGroup.v3+json"
                    : Caller.Keywords, "{}", caller.Profile().ProfileId),
            ("sb", "themes") => await Lists.PostAsync(caller, "sb/themes/list", "application/json", "*/*", "{}"),
            var (product, entities) => await Lists.GetAsync(caller, $"{product}/{entities}"),
        };

        JsonArray items = reply.Body as JsonArray ?? reply.Body![parts[1]]!.AsArray();
        items[0]![id]!.ToString().Should().Be("9223372036854775808");
        items[0]!.AsObject().Count(member => member.Value?.ToString() == "9223372036854775808").Should().Be(1);
    }

    [Fact]
    public async Task One_profile_is_odd()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Profiles = 7);
        JsonArray healthy = (await caller.GetAsync("v2/profiles")).Body!.AsArray();
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("profiles.list", SimulatorOddity.IdTooLarge, index: 1));
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("profiles.list", SimulatorOddity.HalfEmoji));

        JsonArray large = (await caller.GetAsync("v2/profiles")).Body!.AsArray();
        string half = (await caller.GetAsync("v2/profiles")).Text;

        large[1]!["profileId"]!.ToJsonString().Should().Be("9223372036854775808", "a number, as ever");
        large[0]!.ToJsonString().Should().Be(healthy[0]!.ToJsonString());
        half.Should().Contain($"\"name\":\"{healthy[0]!["accountInfo"]!["name"]}\\ud83d\"");
    }

    [Fact]
    public async Task One_row_of_a_report_or_an_export_is_odd()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonArray healthy = await Lists.ExportAsync(caller, "campaigns");
        caller.Simulator.Faults.Add(
            SimulatorFault.WithOddItem("exports.download", SimulatorOddity.OtherType, index: 1) with { Member = "startDate" });
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("reports.download", SimulatorOddity.IdNull));

        JsonArray export = await Lists.ExportAsync(caller, "campaigns");
        string id = (await caller.AskAsync())["reportId"];
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        string url = (await caller.LookAsync(id))["url"];
        JsonArray report = await caller.DownloadAsync(url);

        export[1]!["startDate"].Should().BeOfType<JsonArray>();
        export.Where((_, index) => index != 1).Select(row => row!.ToJsonString())
            .Should().Equal(healthy.Where((_, index) => index != 1).Select(row => row!.ToJsonString()));
        report[0]!["campaignId"].Should().BeNull();
        report.Skip(1).Should().OnlyContain(row => row!["campaignId"] != null);
        (await caller.DownloadAsync(url))[0]!["campaignId"].Should().NotBeNull("the fault is over");
    }

    [Fact]
    public async Task An_empty_list_may_hold_an_extra_null()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 0);
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("sp.campaigns.list", SimulatorOddity.ExtraNull));
        caller.Simulator.Faults.Add(SimulatorFault.WithOddItem("sp.campaigns.list", SimulatorOddity.Null));

        (await ListAsync(caller)).Should().Contain("\"campaigns\":[null]");
        (await ListAsync(caller)).Should().Contain("\"campaigns\":[]");
    }

    [Fact]
    public async Task The_control_surface_adds_odd_items()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ControlSurface = true);
        const string Fault =
            """{"kind":"OddItem","operation":"sp.campaigns.list","oddity":"HalfEmoji","index":1,"member":"name"}""";
        await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Simulator.BaseAddress, "_simulator/faults"))
        {
            Content = new StringContent(Fault, Encoding.UTF8, "application/json"),
        });

        (await caller.GetAsync("_simulator/faults")).Body!["pending"]![0]!["oddity"]!.ToString().Should().Be("HalfEmoji");
        string answer = await ListAsync(caller);

        answer.Should().Contain("\\ud83d");
        answer.IndexOf("\\ud83d", StringComparison.Ordinal).Should().BeGreaterThan(
            answer.IndexOf("},{\"campaignId\"", StringComparison.Ordinal));
    }

    private static async Task<string> ListAsync(Caller caller) =>
        (await caller.ListAsync("campaigns", Caller.Campaigns, "{}", caller.Profile().ProfileId)).Text;
}
