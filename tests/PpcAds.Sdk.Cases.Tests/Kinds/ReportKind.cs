using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>What cases about reports share.</summary>
internal abstract class ReportKind : CaseKind
{
    protected const string Reports = "/reporting/reports";

    /// <summary>Datasets that one sync can load side by side.</summary>
    protected static readonly string[] Some = ["sp.campaign", "sp.ad_group", "sp.target", "sp.placement", "sp.advertised_product", "sb.campaign", "sd.campaign"];

    protected static bool IsCreation(ReplayRequest request) => request.Method == "POST" && request.Path == Reports;

    protected static bool IsPoll(ReplayRequest request) =>
        request.Method == "GET" && request.Path.StartsWith(Reports + "/", StringComparison.Ordinal);

    protected static bool IsReportFile(ReplayRequest request) => request.Path.Contains("/offline-report-storage/", StringComparison.Ordinal);

    protected static bool IsAlways(CaseFile file) => file.Says("always") || file.Says("for ever");

    protected static ReplayAnswer AnswerOf(CaseFile file) => AnswerOf(file, file.Answer!["status"]!.GetValue<int>());

    protected static ReplayAnswer AnswerOf(CaseFile file, int status)
    {
        JsonNode? body = file.Answer!["body"];
        string text = body is JsonValue ? body.ToString() : body?.ToJsonString() ?? "";
        return ReplayAnswer.Text(text, status, file.Answer["contentType"]?.ToString() ?? "application/json");
    }

    /// <summary>A function that answers the first calls so, and then lets the simulator answer.</summary>
    protected static Func<ReplayRequest, ReplayAnswer?> Times(int times, Func<ReplayRequest, bool> matches, ReplayAnswer answer)
    {
        int left = times;
        return request => matches(request) && Interlocked.Decrement(ref left) >= 0 ? answer : null;
    }

    /// <summary>Every day that is due is loaded, and the figures are there.</summary>
    protected static async Task ShouldBeLoadedAsync(CaseWorld world, string dataset)
    {
        IReadOnlyList<PerformanceDay> days = await world.Reader.ListDaysAsync(world.Account, world.Profile, dataset);
        days.Should().HaveCount(10);
        days.Should().OnlyContain(day => day.State == PerformanceDayState.Loaded);
        (await world.RecordsAsync(dataset)).Should().HaveCount((int)days.Sum(day => day.Rows));
    }

    protected static async Task<(IngestionResult First, IngestionResult Last)> LoadAsync(CaseWorld world)
    {
        IngestionResult sync = await world.SyncAsync();
        IngestionResult rest = await world.CompleteAsync();
        ShouldBeTyped(sync);
        ShouldBeTyped(rest);
        return (sync, rest);
    }

    protected static int Created(CaseWorld world) => world.Server.Requests.Count(IsCreation);

    protected static Dataset DatasetOf(string reportType) => Datasets.All.First(dataset => dataset.ReportType.Id == reportType);
}
