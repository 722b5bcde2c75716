using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Cases.Tests.Mutations;

/// <summary>Ten thousand damaged answers of each kind to single calls: statuses and files of reports, tokens, errors.</summary>
[Trait("Category", "Mutations")]
public sealed class MutatedCallTests
{
    private const int Mutants = 10_000;
    private const int MostCalls = 10;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Statuses_of_reports_are_read_or_refused()
    {
        var mutator = new JsonMutator(new Random(4));
        byte[] answer = [];
        using var handler = new AnsweringHandler { Answer = (_, path) => (200, path == MutationWorld.TokenPath ? MutationWorld.Token : answer) };
        var time = new SteppingTimeProvider();
        using AmazonAdsClient client = MutationWorld.CreateClient(handler, time);
        ReportsClient reports = client.ForProfile(new ProfileId(1001), AmazonAdsRegion.NorthAmerica).Reports;
        for (int i = 0; i < Mutants; i++)
        {
            answer = mutator.Mutate(Status("COMPLETED"));
            Report? report = await CallAsync(handler, time, () => reports.GetReportAsync("r1"));
            using JsonDocument? document = JsonMutator.TryParse(answer);
            if (report is not null)
            {
                report.ReportId.Should().NotBeNullOrEmpty();
            }
            else if (document?.RootElement is { ValueKind: JsonValueKind.Object } root)
            {
                IsWhole(root).Should().BeFalse("{0} can be read", root);
            }
        }

        MutationTests.ShouldBeHalfJson(mutator);
    }

    [Fact]
    public async Task Answers_with_tokens_are_used_or_refused()
    {
        var mutator = new JsonMutator(new Random(5));
        byte[] answer = [];
        string? sent = null;
        using var handler = new AnsweringHandler
        {
            Answer = (_, path) => path == MutationWorld.TokenPath ? (200, answer) : (200, """{"campaigns":[],"totalResults":0}"""u8.ToArray()),
        };
        handler.Sent = request => sent = request.Headers.Authorization?.Parameter;
        var time = new SteppingTimeProvider();
        for (int i = 0; i < Mutants; i++)
        {
            (answer, sent) = (mutator.Mutate(Encoding.UTF8.GetString(MutationWorld.Token)), null);
            using AmazonAdsClient client = MutationWorld.CreateClient(handler, time);
            ProfileClient profile = client.ForProfile(new ProfileId(1001), AmazonAdsRegion.NorthAmerica);
            object? read = await CallAsync<object>(handler, time, async () => await profile.SponsoredProducts.ListCampaignsAsync().CountAsync());
            using JsonDocument? document = JsonMutator.TryParse(answer);
            bool isUsable = document?.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("access_token", out JsonElement token) && token.ValueKind == JsonValueKind.String && token.ValueEquals("Atza|simulated");
            if (isUsable)
            {
                read.Should().NotBeNull("{0} has a token", document!.RootElement);
                sent.Should().Be("Atza|simulated");
            }
            else if (sent is not null)
            {
                sent.Should().MatchRegex(@"^[\x21-\x7E]+$", "nothing is sent with a broken token");
            }
        }

        MutationTests.ShouldBeHalfJson(mutator);
    }

    [Fact]
    public async Task Bodies_of_errors_give_the_exception_of_the_status()
    {
        int[] statuses = [400, 401, 403, 404, 406, 409, 415, 422, 425, 429, 500, 503];
        const string Error =
            """
            {"code":"INVALID_ARGUMENT","details":"d","detail":"e","message":"m","requestId":"r","error":"x","error_description":"y",
             "errors":[{"errorType":"t","errorValue":{"e":{"reason":"R","message":"M","cause":{"location":"$.a"} } } }]}
            """;
        var mutator = new JsonMutator(new Random(6));
        (int Status, byte[] Body) answer = default;
        using var handler = new AnsweringHandler { Answer = (_, path) => path == MutationWorld.TokenPath ? (200, MutationWorld.Token) : answer };
        var time = new SteppingTimeProvider();
        for (int i = 0; i < Mutants; i++)
        {
            // A client of its own: the pause after a 429 is not the matter here.
            using AmazonAdsClient client = MutationWorld.CreateClient(handler, time);
            ProfileClient profile = client.ForProfile(new ProfileId(1001), AmazonAdsRegion.NorthAmerica);
            answer = (statuses[i % statuses.Length], mutator.Mutate(Error));
            AmazonAdsException? failure = null;
            try
            {
                await time.RunAsync(profile.SponsoredProducts.ListCampaignsAsync().CountAsync().AsTask()).WaitAsync(Bound);
            }
            catch (AmazonAdsException exception)
            {
                failure = exception;
            }

            failure.Should().NotBeNull();
            ((int?)failure!.StatusCode).Should().Be(answer.Status);
            failure.Message.Should().NotBeEmpty();
        }

        MutationTests.ShouldBeHalfJson(mutator);
    }

    [Fact]
    public async Task Files_of_reports_are_read_whole_or_refused()
    {
        var mutator = new JsonMutator(new Random(7));
        byte[] file = [];
        using var handler = new AnsweringHandler
        {
            Answer = (_, path) => (200, path == MutationWorld.TokenPath ? MutationWorld.Token
                : path.StartsWith("/file", StringComparison.Ordinal) ? file
                : Encoding.UTF8.GetBytes(Status("COMPLETED"))),
        };
        var time = new SteppingTimeProvider();
        using AmazonAdsClient client = MutationWorld.CreateClient(handler, time);
        ReportsClient reports = client.ForProfile(new ProfileId(1001), AmazonAdsRegion.NorthAmerica).Reports;
        for (int i = 0; i < Mutants; i++)
        {
            byte[] plain = mutator.Mutate(Rows());
            file = i % 2 == 0 ? plain : Replay.ReplayAnswer.Pack(plain);
            List<ReportRecord>? rows = await CallAsync(handler, time, () => ReadAsync(reports));
            using JsonDocument? document = JsonMutator.TryParse(plain);
            if (document?.RootElement is { ValueKind: JsonValueKind.Array } sent)
            {
                rows.Should().NotBeNull("{0} is an array", sent);
                rows!.Count.Should().Be(sent.EnumerateArray().Count(row => row.ValueKind == JsonValueKind.Object), "{0}", sent);
            }
            else
            {
                rows.Should().BeNull("what is damaged is refused whole");
            }
        }

        MutationTests.ShouldBeHalfJson(mutator);
    }

    private static async Task<List<ReportRecord>> ReadAsync(ReportsClient reports)
    {
        await using ReportDownload download = await reports.DownloadReportAsync("r1");
        var rows = new List<ReportRecord>();
        await foreach (ReportBatch batch in download.ReadBatchesAsync())
        {
            rows.AddRange(batch.ToRecords());
        }

        return rows;
    }

    /// <summary>The result; null when the call failed by an error that the SDK documents. Anything else fails the test.</summary>
    private static async Task<T?> CallAsync<T>(AnsweringHandler handler, SteppingTimeProvider time, Func<Task<T>> call)
        where T : class
    {
        int calls = handler.Calls;
        try
        {
            return await time.RunAsync(call()).WaitAsync(Bound);
        }
        catch (AmazonAdsException)
        {
            return null;
        }
        finally
        {
            (handler.Calls - calls).Should().BeLessThanOrEqualTo(MostCalls);
        }
    }

    private static string Status(string status) =>
        $$"""
        {"reportId":"r1","status":"{{status}}","url":"https://ads.example/file","startDate":"2026-03-01","endDate":"2026-03-02",
         "createdAt":"2026-03-15T12:00:00Z","updatedAt":"2026-03-15T12:00:00Z","generatedAt":"2026-03-15T12:00:00Z","fileSize":10,
         "configuration":{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campaign"],"columns":["date","campaignId","cost"],
         "timeUnit":"DAILY","format":"GZIP_JSON"},"urlExpiresAt":null,"failureReason":null,"name":null}
        """;

    private static string Rows() => string.Create(CultureInfo.InvariantCulture, $$"""
        [{"date":"2026-03-01","campaignId":1,"adGroupId":2,"cost":1.5,"clicks":3,"name":"a"},
         {"date":"2026-03-01","campaignId":"2","adGroupId":null,"cost":0.25,"clicks":0,"name":"é"},
         {"date":"2026-03-02","campaignId":3,"adGroupId":4,"cost":10,"clicks":7,"name":""}]
        """);

    /// <summary>Whether an answer has all that is documented for a report, each of its type.</summary>
    private static bool IsWhole(JsonElement root)
    {
        using JsonDocument whole = JsonDocument.Parse(JsonNode.Parse(Status("COMPLETED"))!.ToJsonString());
        return whole.RootElement.EnumerateObject().All(member =>
            root.EnumerateObject().Count(other => other.Name == member.Name) == 1 && root.GetProperty(member.Name).GetRawText() == member.Value.GetRawText());
    }
}
