using System.Globalization;
using System.Text.RegularExpressions;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>A poll that is refused once: the reports that Amazon is making are loaded, and no others are requested.</summary>
internal sealed partial class PollRefusedKind : ReportKind
{
    public override bool Takes(CaseFile file) =>
        file.Call is ("GET", var path) && path.StartsWith(Reports + "/", StringComparison.Ordinal) && file.Answer?["status"] is not null;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        Match jobs = JobsPattern().Match(file.How);
        string[] datasets = [.. Some.Take(jobs.Success ? int.Parse(jobs.Groups[1].Value, CultureInfo.InvariantCulture) : 4)];
        await using CaseWorld world = await stage.StartAsync(options => options.Datasets = datasets);
        (await world.SyncAsync()).Succeeded.Should().BeTrue();
        int requested = Created(world);
        requested.Should().Be(datasets.Length);
        world.Server.Answer = Times(1, IsPoll, AnswerOf(file));

        IngestionResult rest = await world.CompleteAsync();

        ShouldBeTyped(rest);
        rest.Succeeded.Should().BeTrue();
        Created(world).Should().Be(requested, "no other report is requested");
        foreach (string dataset in datasets)
        {
            await ShouldBeLoadedAsync(world, dataset);
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        CaseFile varied = file.With(
            "how", $"{random.Next(1, 6)} report jobs of one profile are open; the first GET {Reports}/{{id}} of the next run answers so once.");
        varied.Answer!["status"] = Pick(random, 401, 401, 403, 404, 408, 429, 500, 503);
        varied.Answer["body"] = Pick<System.Text.Json.Nodes.JsonNode>(random, "", "<html>", new System.Text.Json.Nodes.JsonObject { ["message"] = "Unauthorized" });
        return varied;
    }

    [GeneratedRegex(@"(\d+) report jobs", RegexOptions.CultureInvariant)]
    private static partial Regex JobsPattern();
}
