using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>An odd profile beside a healthy one: the healthy one is synced, the odd one noted.</summary>
internal sealed class OddProfileKind : CaseKind
{
    private const string Path = "/v2/profiles";

    public override bool Takes(CaseFile file) => file.Has("healthy") && (file.Json["odd"] is JsonArray || file.Has("odd_raw"));

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        JsonNode healthy = file.Json["healthy"]!;
        long id = healthy["profileId"]!.GetValue<long>();
        IEnumerable<string> odd =
        [
            .. file.Items("odd").Select(item => item?.ToJsonString() ?? "null"),
            .. file.Json["odd_raw"] is { } raw ? [raw.ToString()] : Array.Empty<string>(),
        ];
        foreach (string profile in odd)
        {
            foreach (string body in new[] { $"[{healthy.ToJsonString()},{profile}]", $"[{profile},{healthy.ToJsonString()}]" })
            {
                await CheckAsync(body, profile, id, stage);
            }
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        string member = Pick(random, "profileId", "countryCode", "currencyCode", "dailyBudget", "timezone", "accountInfo");
        JsonNode? value = Pick<JsonNode?>(
            random, null, "", "x", -1, 1e40, true, new JsonArray(), new JsonObject(), new JsonArray(new JsonArray()), 0.5, "99999999999999999999");
        var odd = new JsonObject
        {
            ["profileId"] = 1002,
            ["countryCode"] = "US",
            ["currencyCode"] = "USD",
            ["timezone"] = "America/Los_Angeles",
            ["accountInfo"] = new JsonObject { ["type"] = "seller", ["id"] = "A2", ["name"] = "B" },
        };
        if (random.Next(4) == 0)
        {
            odd["accountInfo"]![Pick(random, "type", "id", "name", "marketplaceStringId", "validPaymentMethod")] = value;
        }
        else
        {
            odd[member] = value;
        }

        return file.With("odd", new JsonArray(random.Next(8) == 0 ? Pick<JsonNode?>(random, 5, "text", new JsonArray(), true) : odd));
    }

    private static async Task CheckAsync(string body, string odd, long healthy, CaseStage stage)
    {
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = ["sp.campaigns"]);
        world.Server.Profiles[$"{healthy}"] = $"{world.Profile.Value}";
        world.Server.Answer = request => request.Path == Path ? ReplayAnswer.Text(body) : null;

        IngestionResult result = await world.SyncAsync();

        ShouldBeTyped(result);
        result.Steps.Should().ContainSingle(step => step.Step == "sp.campaigns" && step.ProfileId!.Value.Value == healthy)
            .Which.Outcome.Should().Be(StepOutcome.Done, "beside {0}", odd);
        IReadOnlyList<StoredRow> stored = await world.StoredAsync();
        stored.Should().Contain(row => row.Table == "ppc_profiles" && row.Id == healthy);
        stored.Should().Contain(row => row.Table == "ppc_campaigns");

        // One that a lenient reader finds nothing wrong with is a profile like any other.
        bool isStored = stored.Any(row => row.Table == "ppc_profiles" && row.Id != healthy);
        ((await world.IssuesAsync()).Count > 0 || isStored).Should().BeTrue("{0} is noted, or stored", odd);

        using AmazonAdsClient client = world.CreateClient();
        Func<Task> strict = () => world.Time.RunAsync(client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica));
        try
        {
            await strict();
        }
        catch (AmazonAdsUnexpectedResponseException)
        {
            // A strict reader refuses what is not documented, by its own error.
        }
    }
}
