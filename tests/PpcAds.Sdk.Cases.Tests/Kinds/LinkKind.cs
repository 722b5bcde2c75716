using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Completed reports with links that are none: an error that says so, and nothing is read from anywhere.</summary>
internal sealed class LinkKind : ReportKind
{
    public override bool Takes(CaseFile file) => file.Items("urls").Count > 0;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        foreach (JsonNode? url in file.Items("urls"))
        {
            await using CaseWorld world = await stage.StartAsync(options => options.Datasets = ["sp.campaign"]);
            world.Server.Change = (request, body) =>
            {
                if (!IsPoll(request))
                {
                    return body;
                }

                JsonNode report = JsonNode.Parse(body)!;
                if (report["status"]!.ToString() == "COMPLETED")
                {
                    report["url"] = url?.DeepClone();
                }

                return Encoding.UTF8.GetBytes(report.ToJsonString());
            };
            Func<Task> call = () => world.CallAsync(async profile =>
            {
                DateOnly day = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).AddDays(-3);
                await using ReportDownload download = await profile.Reports.RunReportAsync(Datasets.SpCampaign.ToRequest(day, day));
                return await download.ReadBatchesAsync().CountAsync();
            });
            (await call.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>("the link is {0}", url)).Which.Message.Should().MatchRegex("http|link|url");

            int creations = Created(world);
            await LoadAsync(world);

            (Created(world) - creations).Should().BeLessThanOrEqualTo(5);
            world.Server.Requests.Should().NotContain(request => request.Path.StartsWith("/dl", StringComparison.Ordinal));
            (await world.IssuesAsync()).Should().NotBeEmpty();
            (await world.RecordsAsync("sp.campaign")).Should().BeEmpty();
        }
    }

    public override CaseFile Vary(CaseFile file, Random random) => file.With("urls", new JsonArray(Pick<JsonNode?>(
        random, null, " ", "//", "x", "../x", "?a=b", "http:", "http://", "https://[", "ftp://x/y", "javascript:alert(1)", "file:///etc/passwd",
        "data:,x", "\\\\host\\share", "mailto:a@b", "C:\\x", "htp://x", "\u0000", "http://\uD83D", 5, true, new JsonArray(), new JsonObject())));
}
