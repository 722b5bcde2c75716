using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using PpcAds.Sdk.Simulator;

// A local Amazon Ads API as a process of its own. The first line of standard output is one JSON object with all that a client
// needs; then it stays up until SIGTERM or Ctrl+C.
var defaults = new SimulatorOptions();
Option<int> port = Of("--port", "TCP port on the loopback address; 0 takes a free one", 0);
Option<int> seed = Of("--seed", "Seed of all data", defaults.Seed);
Option<int> profiles = Of("--profiles", "Ordinary profiles, dealt out over NA, EU and FE in turn", defaults.Profiles);
Option<int> campaigns = Of("--campaigns", "Campaigns of each profile", defaults.Campaigns);
Option<int> agency = Of("--agency", "Agency profiles besides", 0);
Option<int> viewOnly = Of("--view-only", "View-only profiles besides", 0);
Option<bool> control = Of("--control", "Open the control surface under /_simulator/", false);
Option<bool> open = Of("--open", "Open the browser on the simulator's page; opens the control surface too", false);
Option<string> asOf = Of(
    "--as-of",
    "The day on which the clock starts, at 12:00 UTC; or 'now'",
    defaults.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
Option<double> reportSeconds = Of("--report-seconds", "How long a report takes", 8.0);

// Sizes, and what differs from account to account.
Option<int?> adGroups = Of<int?>("--ad-groups", "Ad groups of each campaign; one to three if not given", null);
Option<int?> keywords = Of<int?>("--keywords", "Keywords of each manual ad group; two to six if not given", null);
Option<int?> targets = Of<int?>("--targets", "Product targets of each manual ad group; none if not given", null);
Option<bool> smallIds = Of("--small-profile-ids", "Profile ids below 2^53, which a double holds", false);
Option<bool> shuffle = Of("--shuffle-marketplaces", "Countries follow the seed", false);
Option<double?> consentDays = Of<double?>("--consent-days", "Days after which consents end; never if not given", null);
Option<string[]> retention = Of<string[]>(
    "--retention", "How many days back reports of a type have rows, such as spSearchTerm=30; may be given several times", []);

// The consent page.
Option<string[]> returnUrls = Of<string[]>(
    "--return-url", "An address that the consent page may send browsers back to; may be given several times", []);
Option<SimulatorConsentAnswer> consent = Of(
    "--consent", "Who answers on the consent page: ask, allow or deny", SimulatorConsentAnswer.Ask);

var root = new RootCommand("A strict, deterministic local Amazon Ads API.")
{
    port, seed, profiles, campaigns, agency, viewOnly, control, open, asOf, reportSeconds, returnUrls, consent,
    adGroups, keywords, targets, smallIds, shuffle, consentDays, retention,
};
root.SetAction(async (arguments, cancellationToken) =>
{
    string start = arguments.GetValue(asOf)!;
    if (start != "now" && !DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
    {
        await Console.Error.WriteLineAsync($"--as-of '{start}' is neither a day (yyyy-MM-dd) nor 'now'.");
        return 1;
    }

    var options = new SimulatorOptions
    {
        Port = arguments.GetValue(port),
        Seed = arguments.GetValue(seed),
        Profiles = arguments.GetValue(profiles),
        Campaigns = arguments.GetValue(campaigns),
        AgencyProfiles = arguments.GetValue(agency),
        ViewOnlyProfiles = arguments.GetValue(viewOnly),
        AdGroupsPerCampaign = arguments.GetValue(adGroups),
        KeywordsPerAdGroup = arguments.GetValue(keywords),
        TargetsPerAdGroup = arguments.GetValue(targets),
        LargeProfileIds = !arguments.GetValue(smallIds),
        ShuffleMarketplaces = arguments.GetValue(shuffle),
        ConsentLifetime = arguments.GetValue(consentDays) is { } lasting ? TimeSpan.FromDays(lasting) : null,
        ControlSurface = arguments.GetValue(control) || arguments.GetValue(open),
        AllowedReturnUrls = [.. arguments.GetValue(returnUrls)!],
        ConsentAnswer = arguments.GetValue(consent),
        ReportGenerationTime = TimeSpan.FromSeconds(arguments.GetValue(reportSeconds)),
        AsOf = start == "now"
            ? TimeProvider.System.GetUtcNow()
            : new DateTimeOffset(
                DateOnly.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero),
    };
    foreach (string entry in arguments.GetValue(retention)!)
    {
        if (entry.Split('=') is not [{ Length: > 0 } type, { } text]
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int kept))
        {
            await Console.Error.WriteLineAsync(
                $"--retention '{entry}' is not a report type and a number of days, such as spSearchTerm=30.");
            return 1;
        }

        options.RetentionDays[type] = kept;
    }

    AmazonAdsSimulator simulator;
    try
    {
        simulator = await AmazonAdsSimulator.StartAsync(options, cancellationToken);
    }
    catch (IOException exception)
    {
        await Console.Error.WriteLineAsync($"Port {options.Port} can't be used: {exception.Message}");
        return 1;
    }

    await using (simulator)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            base_url = Text(simulator.BaseAddress),
            token_url = Text(simulator.TokenEndpoint),
            consent_url = Text(simulator.GetConsentEndpoint(SimulatorRegion.NA)),
            client_id = simulator.ClientId,
            client_secret = simulator.ClientSecret,
            refresh_token = simulator.RefreshToken,
            as_of = options.AsOf,
            regions = Enum.GetValues<SimulatorRegion>()
                .ToDictionary(region => region.ToString(), region => Text(simulator.GetEndpoint(region))),
        }));
        if (arguments.GetValue(open))
        {
            OpenBrowser(new Uri(simulator.BaseAddress, "_simulator/"));
        }

        await stop.Task;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.TrySetResult();
        }
    }

    return 0;
});

// Signals are handled above, so that the simulator ends in order and the exit code is 0.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static Option<T> Of<T>(string name, string description, T value) =>
    new(name) { Description = description, DefaultValueFactory = _ => value };

static void OpenBrowser(Uri address)
{
    try
    {
        using Process? browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
    }
    catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
    {
        Console.Error.WriteLine($"No browser was found: {address.AbsoluteUri}");
    }
}

static string Text(Uri address) => address.AbsoluteUri.TrimEnd('/');
