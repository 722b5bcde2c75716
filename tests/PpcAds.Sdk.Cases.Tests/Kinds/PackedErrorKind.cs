using System.Text.RegularExpressions;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Errors of storage that come packed: the message shows their text.</summary>
internal sealed partial class PackedErrorKind : ReportKind
{
    public override bool Takes(CaseFile file) => file.Has("plain") && file.Says("gzip");

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        string plain = file.Json["plain"]!.ToString();
        int status = file.Statuses.Append(403).First();
        await using CaseWorld world = await stage.StartAsync(options => options.Datasets = ["sp.campaign"]);
        foreach (bool isSaid in new[] { true, false })
        {
            var answer = new ReplayAnswer(status, ReplayAnswer.Pack(plain), "application/xml")
            {
                Headers = isSaid ? new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } : new Dictionary<string, string>(),
            };
            world.Server.Answer = request => IsReportFile(request) ? answer : null;
            Func<Task> call = () => world.CallAsync(async profile =>
            {
                DateOnly day = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).AddDays(isSaid ? -3 : -4);
                await using ReportDownload download = await profile.Reports.RunReportAsync(Datasets.SpCampaign.ToRequest(day, day));
                return await download.ReadBatchesAsync().CountAsync();
            });
            string message = (await call.Should().ThrowAsync<AmazonAdsException>()).Which.Message;
            foreach (Match text in TextPattern().Matches(plain))
            {
                message.Should().Contain(text.Groups[1].Value);
            }

            message.Should().NotContain("\uFFFD");
        }

        await LoadAsync(world);
        (await world.IssuesAsync()).Should().NotBeEmpty();
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        string code = Pick(random, "AccessDenied", "ExpiredToken", "InvalidRequest", "NoSuchKey");
        string message = Pick(random, "Request has expired", "The provided token has expired.", "Zugriff verweigert für München", "拒否");
        return file.With("plain", $"<Error><Code>{code}</Code><Message>{message}</Message></Error>")
            .With("how", $"GET of the report's file answers {Pick(random, 400, 401, 403, 404, 410)} with Content-Encoding: gzip and a gzip'd XML error.");
    }

    [GeneratedRegex(">([^<]{2,})<", RegexOptions.CultureInvariant)]
    private static partial Regex TextPattern();
}
