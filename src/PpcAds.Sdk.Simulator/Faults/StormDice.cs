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
        Dice dice = new Dice(storm.Seed).For(call);
        return dice.Chance(storm.Share) ? dice.For("kind").Pick(KindsOf(operation)) with { Operation = operation } : null;
    }

    private static SimulatorFault[] KindsOf(string operation) => operation switch
    {
        TokenEndpoint.Operation => [.. Servers, Status(429)],
        DownloadEndpoint.Operation or DownloadEndpoint.ExportOperation => [.. Servers, Status(503), SimulatorFault.WithBody(operation, 200, "no gzip at all", "application/gzip")],
        "reports.create" => [.. Servers, .. Api, SimulatorFault.FailedReport()],
        _ => [.. Servers, .. Api],
    };

    private static SimulatorFault[] Servers =>
    [
        Status(500), Status(502), Status(503), Status(504),
        SimulatorFault.ConnectionClosed("*"), SimulatorFault.Truncated("*", 20),
        SimulatorFault.Late("*", TimeSpan.FromSeconds(5)), SimulatorFault.Late("*", VeryLate),
    ];

    private static SimulatorFault[] Api =>
    [
        Status(401), Status(429), SimulatorFault.Throttled("*", retryAfterSeconds: 3), SimulatorFault.Throttled("*", retryAfterSeconds: 40),
        SimulatorFault.WithBody("*", 200, Html, "text/html"), SimulatorFault.WithBody("*", 200, ""),
    ];

    private static SimulatorFault Status(int status) => SimulatorFault.WithStatus("*", status);
}
