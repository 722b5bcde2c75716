using PpcAds.Sdk.Simulator.Authentication;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Faults;

/// <summary>Throws for each call of a storm.</summary>
internal static class StormDice
{
    private const string Html = "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>";

    /// <summary>Longer than a client's patience with one attempt.</summary>
    private static readonly TimeSpan VeryLate = TimeSpan.FromMinutes(2);

    /// <summary>The fault of the call with that number, if it is hit.</summary>
    public static SimulatorFault? Throw(SimulatorStorm storm, int call, string operation)
    {
        // The word in between keeps the roles apart: without it, call 6 of seed 5 would be call 5 of seed 6.
        Dice dice = new Dice(storm.Seed).For("storm").For(storm.Salt).For("call").For(call);
        return dice.Chance(storm.Share) ? dice.For("kind").Pick(KindsOf(operation)) with { Operation = operation } : null;
    }

    private static SimulatorFault[] KindsOf(string operation) => operation switch
    {
        TokenEndpoint.Operation => [.. Servers, Status(429)],
        DownloadEndpoint.Operation => [.. Servers, .. Downloads, SimulatorFault.WithOddItem("*", SimulatorOddity.ExtraNull)],
        DownloadEndpoint.ExportOperation => [.. Servers, .. Downloads, .. OddItems],
        "reports.create" => [.. Servers, .. Api, SimulatorFault.FailedReport()],
        "reports.get" => [.. Servers, .. Api, .. Polls],
        "profiles.list" => [.. Servers, .. Api, .. OddItems],
        _ when IsListByIndex(operation) => [.. Servers, .. Api, .. OddItems, SimulatorFault.IndexIgnored("*", times: 1)],
        _ when operation.EndsWith(".list", StringComparison.Ordinal) => [.. Servers, .. Api, .. OddItems, .. Pages],
        _ => [.. Servers, .. Api],
    };

    private static bool IsListByIndex(string operation) =>
        operation.StartsWith("sd.", StringComparison.Ordinal) || operation is "sb.keywords.list" or "sb.negativeKeywords.list";

    private static SimulatorFault[] Servers =>
    [
        Status(500), Status(502), Status(503), Status(504),
        SimulatorFault.ConnectionClosed("*"), SimulatorFault.Truncated("*", 20),
        SimulatorFault.Late("*", TimeSpan.FromSeconds(5)), SimulatorFault.Late("*", VeryLate),
    ];

    private static SimulatorFault[] Api =>
    [
        Status(401),
        Status(429),
        SimulatorFault.Throttled("*", retryAfterSeconds: 3),
        SimulatorFault.Throttled("*", retryAfterSeconds: 40),
        SimulatorFault.ThrottledUntilDate("*", seconds: 10), Status(408),
        SimulatorFault.WithBody("*", 200, Html, "text/html"), SimulatorFault.WithBody("*", 200, ""),
    ];

    private static SimulatorFault[] Downloads =>
    [
        Status(503), SimulatorFault.WithBody("*", 200, "no gzip at all", "application/gzip"),
        SimulatorFault.WithDownloadStatus(206), SimulatorFault.WithDownloadStatus(301), SimulatorFault.WithDownloadStatus(307),
        SimulatorFault.WithDownloadStatus(400), SimulatorFault.WithDownloadStatus(400, "RequestTimeout"),
        SimulatorFault.WithDownloadStatus(403), SimulatorFault.WithDownloadStatus(404),
        SimulatorFault.WithDownloadStatus(408), SimulatorFault.WithDownloadStatus(416),
    ];

    /// <summary>A report that seems gone, has an unknown status, or has an invalid link.</summary>
    private static SimulatorFault[] Polls =>
    [
        Status(404), SimulatorFault.WithReportStatus("FINALIZING", times: 1), SimulatorFault.WithReportLink(null, times: 1),
    ];

    /// <summary>Of one call each, so that a circle ends with the next one that is not hit.</summary>
    private static SimulatorFault[] Pages =>
    [
        SimulatorFault.PagesInCircle("*", times: 1),
        SimulatorFault.PagesRepeat("*", times: 1),
        SimulatorFault.PagesEmpty("*", times: 1),
    ];

    /// <summary>Only such as leave every real item as it is.</summary>
    private static SimulatorFault[] OddItems =>
    [
        SimulatorFault.WithOddItem("*", SimulatorOddity.ExtraNull),
        SimulatorFault.WithOddItem("*", SimulatorOddity.ExtraWithoutId),
    ];

    private static SimulatorFault Status(int status) => SimulatorFault.WithStatus("*", status);
}
