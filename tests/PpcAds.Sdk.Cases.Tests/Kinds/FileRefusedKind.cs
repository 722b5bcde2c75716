using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>A report's file that is refused once, by whatever status: a new look at the report gives a new link.</summary>
internal sealed class FileRefusedKind : ReportKind
{
    public override bool Takes(CaseFile file) => file.Says("report's file") && file.Answer?["status"] is not null;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        foreach (int status in file.Statuses.Prepend(file.Answer!["status"]!.GetValue<int>()).Distinct())
        {
            await using CaseWorld world = await stage.StartAsync(options => options.Datasets = ["sp.campaign"]);
            world.Server.Answer = Times(IsAlways(file) ? int.MaxValue : 1, IsReportFile, AnswerOf(file, status));

            (_, IngestionResult rest) = await LoadAsync(world);

            if (IsAlways(file))
            {
                Created(world).Should().BeLessThanOrEqualTo(5);
                (await world.IssuesAsync()).Should().NotBeEmpty();
                continue;
            }

            rest.Succeeded.Should().BeTrue("status {0} came once", status);
            Created(world).Should().Be(1);
            await ShouldBeLoadedAsync(world, "sp.campaign");
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        int status = Pick(random, 201, 206, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 416, 429, 500, 501, 503);
        CaseFile varied = (file with { Json = (System.Text.Json.Nodes.JsonObject)file.Json.DeepClone() }).With("right", "Loaded.").With("how", "GET of the report's file answers so once, then the file.");
        varied.Answer!["status"] = status;
        varied.Answer["body"] = Pick(random, "", "<Error><Code>SlowDown</Code></Error>", "{}", "[", "<html>");
        return varied;
    }
}
