using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Statuses of reports that no documentation knows: they end soon, and are named.</summary>
internal sealed class ReportStatusKind : ReportKind
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(4);

    public override bool Takes(CaseFile file) => file.Items("statuses").Count > 0;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        foreach (JsonNode? status in file.Items("statuses"))
        {
            await using CaseWorld world = await stage.StartAsync(options => options.Datasets = ["sp.campaign"]);
            world.Server.Change = (request, body) =>
            {
                if (!IsPoll(request))
                {
                    return body;
                }

                JsonNode report = JsonNode.Parse(body)!;
                report["status"] = status?.DeepClone();
                return Encoding.UTF8.GetBytes(report.ToJsonString());
            };
            DateTimeOffset start = world.Time.GetUtcNow();
            IngestionResult sync = await world.SyncAsync();
            IngestionResult rest = await world.CompleteAsync();

            ShouldBeTyped(sync);
            ShouldBeTyped(rest);
            (world.Time.GetUtcNow() - start).Should().BeLessThan(Soon, "{0} is no status to wait for", status);
            Created(world).Should().BeLessThanOrEqualTo(5);
            if (rest.Succeeded)
            {
                // Read as the documented status that it stands for.
                (await world.RecordsAsync("sp.campaign")).Should().NotBeEmpty();
                continue;
            }

            (await world.IssuesAsync()).Should().NotBeEmpty();
            if (status is JsonValue value && value.TryGetValue(out string? name) && name.Length > 0 && name.All(char.IsAsciiLetterOrDigit))
            {
                world.Logs.Lines.Should().Contain(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal));
            }
        }
    }

    public override CaseFile Vary(CaseFile file, Random random) => file.With("statuses", new JsonArray(Pick<JsonNode?>(
        random, null, "", " ", "CANCELED", "ABORTED", "TIMED_OUT", "Completed", "DONE", "READY", "DELETED", "UNKNOWN", "COMPLETED ", 5, true, new JsonArray(), new JsonObject())));
}
