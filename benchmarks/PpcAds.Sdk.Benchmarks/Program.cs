using System.CommandLine;
using PpcAds.Sdk.Benchmarks.Calls;
using PpcAds.Sdk.Benchmarks.Dashboard;
using PpcAds.Sdk.Benchmarks.Entities;
using PpcAds.Sdk.Benchmarks.Growth;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Native;
using PpcAds.Sdk.Benchmarks.Output;
using PpcAds.Sdk.Benchmarks.Pipeline;
using PpcAds.Sdk.Benchmarks.Reads;
using PpcAds.Sdk.Benchmarks.Serving;
using PpcAds.Sdk.Benchmarks.Syncing;

// The program starts itself again: one technique, one account, or the simulator of Amazon, in a separate process.
switch (args)
{
    case [ChildProcess.RunOne, var input]:
        return await RunOneCommand.RunAsync(input, CancellationToken.None);
    case [SimulatorCommand.Role, var input]:
        return await SimulatorCommand.RunAsync(input, CancellationToken.None);
    case [ListServerCommand.Role, _]:
        return await ListServerCommand.RunAsync(CancellationToken.None);
    case [EntitySyncCommand.Role, var input]:
        return await EntitySyncCommand.RunAsync(input, CancellationToken.None);
    case [CallsCommand.Role, var input]:
        return await CallsCommand.RunAsync(input, CancellationToken.None);
}

var output = new Option<string>("--output") { Description = "Folder for the JSON and the chart", DefaultValueFactory = _ => ReportWriter.DefaultFolder };
var seed = new Option<int>("--seed") { Description = "Seed of the input", DefaultValueFactory = _ => 1 };
var rounds = new Option<int>("--rounds") { Description = "How often each technique runs", DefaultValueFactory = _ => 3 };

var rows = new Option<long>("--rows") { Description = "Rows of the report", DefaultValueFactory = _ => 1_000_000 };
var budget = new Option<int>("--budget") { Description = "Seconds that all may take: later rounds leave out what would not fit", DefaultValueFactory = _ => 420 };
var parts = new Option<string[]>("--parts")
{
    Description = "Which parts run; ratios of others are missing then, and do not hold",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => PipelineRun.Parts,
};
parts.AcceptOnlyFromAmong(PipelineRun.Parts);
var sparse = new Option<bool>("--sparse")
{
    Description = "A report by search term, most of which have one row; else one by target, with a row for each day",
};
var pipeline = new Command("pipeline", "Reading and loading one report, against what else one would write.")
{
    rows, sparse, seed, rounds, budget, parts, output,
};
pipeline.SetAction((arguments, cancellationToken) => new PipelineRun(
    arguments.GetValue(rows),
    arguments.GetValue(sparse),
    arguments.GetValue(seed),
    arguments.GetValue(rounds),
    TimeSpan.FromSeconds(arguments.GetValue(budget)),
    arguments.GetValue(parts)!,
    arguments.GetValue(output)!).RunAsync(cancellationToken));

var sizes = new Option<long[]>("--sizes")
{
    Description = "Rows of each report",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [100_000, 1_000_000, 5_000_000],
};
sizes.Validators.Add(result =>
{
    if (result.GetValueOrDefault<long[]>() is not { Length: > 1 })
    {
        result.AddError("--sizes needs two sizes or more: they are compared.");
    }
});
var growth = new Command("growth", "Loading more and more rows, against the raw COPY of as many wide ones.")
{
    sizes, seed, rounds, output,
};
growth.SetAction((arguments, cancellationToken) => new GrowthRun(
    arguments.GetValue(sizes)!, arguments.GetValue(seed), arguments.GetValue(rounds), arguments.GetValue(output)!).RunAsync(cancellationToken));

var profiles = new Option<int>("--profiles") { Description = "Profiles of the account", DefaultValueFactory = _ => 200 };
var campaigns = new Option<int>("--campaigns") { Description = "Sponsored Products campaigns of each profile", DefaultValueFactory = _ => 20 };
var datasets = new Option<string[]>("--datasets")
{
    Description = "Datasets whose reports are loaded",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => ["sp.campaign"],
};
var days = new Option<int>("--days") { Description = "Days of them", DefaultValueFactory = _ => 7 };
var sync = new Command("sync", "A first and a second sync of an account, from the simulator to PostgreSQL.") { profiles, campaigns, datasets, days, seed, output };
sync.SetAction((arguments, cancellationToken) => new SyncRun(
    new SimulatorSettings(arguments.GetValue(profiles), arguments.GetValue(campaigns), arguments.GetValue(seed)),
    arguments.GetValue(datasets)!,
    arguments.GetValue(days),
    arguments.GetValue(output)!).RunAsync(cancellationToken));

var keywords = new Option<long>("--rows")
{
    Description = "Keywords of the account, and as many targets; a tenth as many campaigns, three tenths as many ad groups",
    DefaultValueFactory = _ => 100_000,
};
keywords.Validators.Add(result =>
{
    if (result.GetValueOrDefault<long>() < EntitiesRun.FewestRows)
    {
        result.AddError($"--rows needs {EntitiesRun.FewestRows} or more: the first and the last tenth of the pages are compared.");
    }
});
var scattered = new Option<bool>("--scattered")
{
    Description = "Ids in no order, so that each page goes all over the index of the key; else they ascend",
};
var entities = new Command("entities", "A first and a second sync of the lists of a large account, to PostgreSQL and to SQLite.")
{
    keywords, scattered, rounds, output,
};
entities.SetAction((arguments, cancellationToken) => new EntitiesRun(
    new ListedAccount(arguments.GetValue(keywords), arguments.GetValue(scattered)),
    arguments.GetValue(rounds),
    arguments.GetValue(output)!).RunAsync(cancellationToken));

var stored = new Option<long>("--rows") { Description = "Rows that are stored, about", DefaultValueFactory = _ => 5_000_000 };
var turns = new Option<int>("--rounds") { Description = "How often each query runs", DefaultValueFactory = _ => 5 };
var kinds = new Option<string[]>("--databases")
{
    Description = "Which databases are read",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => ReadsRun.Databases,
};
kinds.AcceptOnlyFromAmong(ReadsRun.Databases);
var reads = new Command("reads", "The cookbook's queries and pages of records over many rows, against the same over wide rows.")
{
    stored, turns, kinds, output,
};
reads.SetAction((arguments, cancellationToken) => new ReadsRun(
    arguments.GetValue(stored), arguments.GetValue(turns), arguments.GetValue(kinds)!, arguments.GetValue(output)!).RunAsync(cancellationToken));

var shown = new Option<long>("--rows")
{
    Description = "Rows of performance that are stored, about",
    DefaultValueFactory = _ => 1_000_000,
};
var visits = new Option<int>("--calls") { Description = "Calls of each page", DefaultValueFactory = _ => 60 };
var dashboard = new Command("dashboard", "Each page of the dashboard, against an answer in JSON that reads the same.")
{
    shown, visits, kinds, output,
};
dashboard.SetAction((arguments, cancellationToken) => new DashboardRun(
    arguments.GetValue(shown),
    arguments.GetValue(visits),
    arguments.GetValue(kinds)!,
    arguments.GetValue(output)!).RunAsync(cancellationToken));

var jobs = new Option<int>("--jobs") { Description = "Report jobs of the other tenant's account", DefaultValueFactory = _ => 25_000 };
var calls = new Option<int>("--calls") { Description = "Calls of each kind", DefaultValueFactory = _ => 2_000 };
var timing = new Command("timing", "What another tenant's ids cost over HTTP, against ids that do not exist.") { jobs, calls, output };
timing.SetAction((arguments, cancellationToken) => new TimingRun(
    arguments.GetValue(jobs), arguments.GetValue(calls), arguments.GetValue(output)!).RunAsync(cancellationToken));

var clients = new Option<int>("--clients") { Description = "Concurrent clients", DefaultValueFactory = _ => 32 };
var seconds = new Option<int>("--seconds") { Description = "Seconds of load; half as many more with the database restarted", DefaultValueFactory = _ => 60 };
var load = new Command("load", "Many clients of the endpoints during a sync, and the database restarted under them.")
{
    profiles, campaigns, clients, seconds, seed, output,
};
load.SetAction((arguments, cancellationToken) => new LoadRun(
    new SimulatorSettings(arguments.GetValue(profiles), arguments.GetValue(campaigns), arguments.GetValue(seed)),
    arguments.GetValue(clients),
    TimeSpan.FromSeconds(arguments.GetValue(seconds)),
    arguments.GetValue(output)!).RunAsync(cancellationToken));

var single = new Option<int>("--calls") { Description = "Calls of each run", DefaultValueFactory = _ => 20_000 };
var callRuns = new Option<int>("--runs") { Description = "Runs of each build", DefaultValueFactory = _ => 5 };
var against = new Option<string?>("--against") { Description = "The same program built at another commit" };
var callsCommand = new Command("calls", "What the client costs on each call, without a network.") { single, callRuns, against };
callsCommand.SetAction((arguments, cancellationToken) => new CallsRun(
    arguments.GetValue(single), arguments.GetValue(callRuns), arguments.GetValue(against)).RunAsync(cancellationToken));

var program = new Option<string>("--program") { Description = "samples/ListCampaigns, published with PublishAot", Required = true };
var nativeRuns = new Option<int>("--runs") { Description = "Runs of each program", DefaultValueFactory = _ => 20 };
var native = new Command("native", "Size and running time of a native program that uses the client.") { program, against, nativeRuns };
native.SetAction((arguments, cancellationToken) => new NativeRun(
    arguments.GetValue(program)!, arguments.GetValue(against), arguments.GetValue(nativeRuns)).RunAsync(cancellationToken));

var root = new RootCommand("Measures the SDK. Run it in Release, on a machine that does nothing else.")
{
    pipeline, growth, reads, dashboard, sync, entities, timing, load, callsCommand, native,
};

// Time to stop the server and to delete what it wrote.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
