using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>A status that comes once, where HTTP lets a client repeat the call: the call is repeated.</summary>
internal sealed class StatusOnceKind : ReportKind
{
    public override bool Takes(CaseFile file) => file.Has("status") && file.Says("list") && file.Says("once");

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        ListSource list = ListSource.Campaigns;
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = [list.Id]);
        ReplayAnswer answer = ReplayAnswer.Text(file.Json["body"]?.ToString() ?? "", file.Json["status"]!.GetValue<int>());
        world.Server.Answer = Times(1, list.IsCalledBy, answer);

        (await world.CallAsync(async profile => await list.List(profile).CountAsync())).Should().BePositive();

        world.Server.Count(list.Method, list.Path).Should().Be(2);
        world.Server.Answer = Times(1, list.IsCalledBy, answer);
        IngestionResult result = await world.SyncAsync();
        Step(result, list.Id).Outcome.Should().Be(StepOutcome.Done);
        world.Server.Count(list.Method, list.Path).Should().Be(4);
    }

    public override CaseFile Vary(CaseFile file, Random random) =>
        file.With("status", Pick(random, 408, 408, 429, 500, 502, 503, 504)).With("body", Pick(random, "", "<html>", "{", "null", "[]"));
}
