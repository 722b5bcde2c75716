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
var port = new Option<int>("--port")
{
    Description = "TCP port on the loopback address; 0 takes a free one",
    DefaultValueFactory = _ => 0,
};
var seed = new Option<int>("--seed") { Description = "Seed of all data", DefaultValueFactory = _ => defaults.Seed };
var profiles = new Option<int>("--profiles")
{
    Description = "Ordinary profiles, dealt out over NA, EU and FE in turn",
    DefaultValueFactory = _ => defaults.Profiles,
};
var campaigns = new Option<int>("--campaigns")
{
    Description = "Campaigns of each profile",
    DefaultValueFactory = _ => defaults.Campaigns,
};
var agency = new Option<int>("--agency") { Description = "Agency profiles besides" };
var viewOnly = new Option<int>("--view-only") { Description = "View-only profiles besides" };
var control = new Option<bool>("--control") { Description = "Open the control surface under /_simulator/" };
var open = new Option<bool>("--open") { Description = "Open the browser on the simulator's page; opens the control surface too" };
var asOf = new Option<string>("--as-of")
{
    Description = "The day on which the clock starts, at 12:00 UTC; or 'now'",
    DefaultValueFactory = _ => defaults.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
};
var reportSeconds = new Option<double>("--report-seconds")
{
    Description = "How long a report takes",
    DefaultValueFactory = _ => 8,
};

// Sizes, and what differs from account to account.
var adGroups = new Option<int?>("--ad-groups") { Description = "Ad groups of each campaign; one to three if not given" };
var keywords = new Option<int?>("--keywords") { Description = "Keywords of each manual ad group; two to six if not given" };
var targets = new Option<int?>("--targets") { Description = "Product targets of each manual ad group; none if not given" };
var smallIds = new Option<bool>("--small-profile-ids") { Description = "Profile ids below 2^53, which a double holds" };
var shuffle = new Option<bool>("--shuffle-marketplaces") { Description = "Countries follow the seed" };
var consentDays = new Option<double?>("--consent-days") { Description = "Days after which consents end; never if not given" };
var retention = new Option<string[]>("--retention")
{
    Description = "How many days back reports of a type have rows, such as spSearchTerm=30; may be given several times",
    DefaultValueFactory = _ => [],
};

var returnUrls = new Option<string[]>("--return-url")
{
    Description = "An address that the consent page may send browsers back to; may be given several times",
    DefaultValueFactory = _ => [],
};
var consent = new Option<SimulatorConsentAnswer>("--consent")
{
    Description = "Who answers on the consent page: ask, allow or deny",
};

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
