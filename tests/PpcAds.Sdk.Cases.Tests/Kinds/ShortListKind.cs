using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Lists that end before the number that Amazon says there are.</summary>
internal sealed class ShortListKind : CaseKind
{
    public override bool Takes(CaseFile file) => ListScript.Read(file) is { Ends: true } script && script.Total > script.Ids.Count;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        ListScript script = ListScript.Read(file)!;
        ListSource source = script.Source;
        string said = $"{script.Ids.Count} of {script.Total}";
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = [source.Id]);
        world.Server.Answer = script.Answer;

        await CheckStrictlyAsync(script, world);
        int lines = world.Logs.Lines.Count;
        IngestionResult result = await world.SyncAsync();

        Step(result, source.Id).Outcome.Should().Be(StepOutcome.Done);
        (await world.StoredAsync()).Where(source.Stores).Select(row => row.Id).Should().BeEquivalentTo(script.Ids);
        (await world.IssuesAsync()).Should().Contain(issue => issue.Details.Contains(said, StringComparison.Ordinal));
        world.Logs.Lines.Skip(lines).Should().Contain(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal));
    }

    private static async Task CheckStrictlyAsync(ListScript script, CaseWorld world)
    {
        try
        {
            int count = await world.CallAsync(async profile => await script.Source.List(profile).CountAsync());
            count.Should().BeGreaterThanOrEqualTo(script.Ids.Count);
        }
        catch (AmazonAdsUnexpectedResponseException)
        {
            // A made-up entity lacks what a strict reader requires.
            return;
        }

        world.Logs.Lines.Should().Contain(line => line.StartsWith("Warning", StringComparison.Ordinal)
            && line.Contains($"{script.Ids.Count}", StringComparison.Ordinal) && line.Contains($"{script.Total}", StringComparison.Ordinal));
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        ListSource list = Pick(random, [.. ListSource.All.Where(list => list.Array is not null && list.Id.StartsWith("sp.", StringComparison.Ordinal))]);
        int pages = random.Next(1, 4);
        int total = 20 + random.Next(100_000);
        return file with
        {
            Json = new JsonObject
            {
                ["how"] = $"{list.Method} {list.Path}: the token ends before totalResults is reached.",
                ["pages"] = new JsonArray([.. Enumerable.Range(0, pages).Select(page =>
                {
                    JsonNode answer = list.Wrap([.. Enumerable.Range(1, random.Next(0, 5)).Select(i => Entity(list, (page * 10) + i))]);
                    answer["totalResults"] = total;
                    answer["nextToken"] = page == pages - 1 ? Pick<string?>(random, null, "") : $"T{page + 1}";
                    return (JsonNode)new JsonObject { ["request"] = page == 0 ? "no token" : $"nextToken=T{page}", ["answer"] = answer };
                })]),
            },
        };
    }
}
