using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging;
using QuickStart;

// The whole product in one command: simulator (or Amazon) -> client -> orchestrator -> SQLite, and a check of the result.
var database = new Option<string>("--database") { Description = "The SQLite file", DefaultValueFactory = _ => "ppcads.db" };
var asOf = new Option<string?>("--as-of") { Description = "The day on which the run takes place (yyyy-MM-dd, 12:00 UTC); default 2026-03-15" };
var seed = new Option<int>("--seed") { Description = "Seed of the simulated data", DefaultValueFactory = _ => 7 };
var profiles = new Option<int>("--profiles") { Description = "Simulated profiles", DefaultValueFactory = _ => 3 };
var campaigns = new Option<int>("--campaigns") { Description = "Campaigns of each", DefaultValueFactory = _ => 20 };
var days = new Option<int>("--days") { Description = "How many days back the first load goes", DefaultValueFactory = _ => 60 };
var plain = new Option<bool>("--plain") { Description = "No colours, no moving display" };
var refresh = new Option<bool>("--refresh") { Description = "Ask for every loaded day again; without --as-of, a week after the last load" };
var chaos = new Option<bool>("--chaos") { Description = "Let everything go wrong that does at Amazon" };
var allProducts = new Option<bool>("--all-products") { Description = "Everything that the SDK knows of Sponsored Products, Brands and Display; else campaigns, ad groups and keywords of Sponsored Products" };
var trace = new Option<bool>("--trace") { Description = "Export spans and metrics with OpenTelemetry: to the console, or by OTLP if OTEL_EXPORTER_OTLP_ENDPOINT is set" };
var logLevel = new Option<LogLevel>("--log-level") { Description = "Write logs to the standard error, from this level on", DefaultValueFactory = _ => LogLevel.None };
var real = new Option<bool>("--real") { Description = "Use Amazon and the credentials in PPCADS_CLIENT_ID, PPCADS_CLIENT_SECRET, PPCADS_REFRESH_TOKEN" };

var root = new RootCommand("Amazon Ads data into SQLite, from a local simulator or from Amazon.")
{
    database, asOf, seed, profiles, campaigns, days, plain, refresh, chaos, allProducts, real, trace, logLevel,
};
root.SetAction(async (arguments, cancellationToken) =>
{
    DateOnly? day = null;
    if (arguments.GetValue(asOf) is { } text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly parsed))
        {
            await Console.Error.WriteLineAsync($"--as-of '{text}' is no day; expected is yyyy-MM-dd.");
            return ExitCodes.Usage;
        }

        day = parsed;
    }

    var settings = new Settings(
        arguments.GetValue(database)!,
        day,
        arguments.GetValue(seed),
        arguments.GetValue(profiles),
        arguments.GetValue(campaigns),
        arguments.GetValue(days),
        arguments.GetValue(plain),
        arguments.GetValue(refresh),
        arguments.GetValue(chaos),
        arguments.GetValue(allProducts),
        arguments.GetValue(real),
        arguments.GetValue(trace),
        arguments.GetValue(logLevel));
    return await new Run(settings).ExecuteAsync(cancellationToken);
});
return await root.Parse(args).InvokeAsync();
