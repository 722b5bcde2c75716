using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Pages that go on for ever: circles, ever new tokens, an index that is ignored, empty pages.</summary>
internal sealed class EndlessListKind : CaseKind
{
    private const int MostCalls = 50;

    public override bool Takes(CaseFile file) => ListScript.Read(file) is { Ends: false } && !file.Has("status");

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        ListScript script = ListScript.Read(file)!;
        ListSource source = script.Source;
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = [source.Id, source.Other]);
        world.Server.Answer = script.Answer;

        Func<Task> strict = () => world.CallAsync(async profile => await source.List(profile).CountAsync());
        (await strict.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>()).Which.Message.Should().Contain("list");
        int calls = world.Server.Count(source.Method, source.Path);
        IngestionResult result = await world.SyncAsync();

        calls.Should().BeInRange(1, MostCalls);
        (world.Server.Count(source.Method, source.Path) - calls).Should().BeInRange(1, MostCalls);
        StepResult step = Step(result, source.Id);
        step.Outcome.Should().Be(StepOutcome.Failed);
        step.Exception.Should().BeOfType<AmazonAdsUnexpectedResponseException>();
        step.Reason.Should().NotBeNullOrEmpty();
        Step(result, source.Other).Outcome.Should().Be(StepOutcome.Done, "the other steps go on");
        (await world.StoredAsync()).Where(source.Stores).Select(row => row.Id).Should().BeEquivalentTo(script.Ids);
        (await world.IssuesAsync()).Should().Contain(issue => issue.Step == source.Id);
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        int form = random.Next(4);
        ListSource list = PickList(random, byToken: form != 3);
        CaseFile varied = file with { Json = new JsonObject { ["how"] = $"{list.Method} {list.Path} answers pages without end.", ["right"] = file.Right } };
        long id = random.NextInt64(1, long.MaxValue);
        JsonNode Page(int count, string? token, long from)
        {
            JsonNode page = list.Wrap([.. Enumerable.Range(0, count).Select(i => Entity(list, from + i))]);
            if (list.Array is not null)
            {
                page["nextToken"] = token;
            }

            return page;
        }

        id = Math.Min(id, long.MaxValue - 1000);
        switch (form)
        {
            case 0:
                // A circle of some tokens, which may begin later than with the first page.
                int length = random.Next(2, 6);
                int back = random.Next(0, length - 1);
                return varied.With("pages", new JsonArray([.. Enumerable.Range(0, length).Select(i => (JsonNode)new JsonObject
                {
                    ["request"] = i == 0 ? "no token or nextToken=T0" : $"nextToken=T{i}",
                    ["answer"] = Page(random.Next(1, 4), $"T{(i == length - 1 ? back : i + 1)}", id + (i * 10)),
                })]));
            case 1:
                return varied.With("answer", Page(random.Next(1, 5), "<counter>", id));
            case 2:
                return varied.With("answer", Page(0, "more <counter>", id));
            default:
                return varied.With("answer", Page(random.Next(1, 5), null, id));
        }
    }
}
