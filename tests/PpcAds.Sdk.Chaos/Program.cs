using System.CommandLine;
using PpcAds.Sdk.Chaos.Kills;
using PpcAds.Sdk.Chaos.Soak;
using PpcAds.Sdk.Chaos.Throttle;
using PpcAds.Sdk.Chaos.Throttle.Processes;

// Parent: `-- --kills 100 --seed 1`, `-- --soak-days 30 --faults 0.05` or `-- --throttle`. Child: `worker …` or `caller …`, started by it.
if (args is ["worker", var told])
{
    return await new Worker(WorkerArguments.Read(told)).RunAsync();
}

if (args is ["caller", var caller])
{
    return await new Caller(CallerArguments.Read(caller)).RunAsync();
}

var kills = new Option<int>("--kills") { Description = "How many kills at least", DefaultValueFactory = _ => 100 };
var seed = new Option<int>("--seed") { Description = "Seed of what is random", DefaultValueFactory = _ => 1 };
var database = new Option<string>("--database") { Description = "postgresql or sqlite", DefaultValueFactory = _ => "postgresql" };
database.AcceptOnlyFromAmong("postgresql", "sqlite");
var workers = new Option<int>("--workers") { Description = "Processes on one database", DefaultValueFactory = _ => 1 };
var soakDays = new Option<int>("--soak-days") { Description = "Simulated days in a row, instead of kills" };
var faults = new Option<double>("--faults") { Description = "The share of faulty answers in them", DefaultValueFactory = _ => 0.05 };
var throttle = new Option<bool>("--throttle") { Description = "The rate governor at limits that change, instead of kills" };
var root = new RootCommand("Does its worst to an ingestion, and compares what is left with what must be there.")
{
    kills, seed, database, workers, soakDays, faults, throttle,
};
root.SetAction((arguments, cancellationToken) =>
    arguments.GetValue(throttle) ? ThrottleMode.RunAsync(arguments.GetValue(seed), cancellationToken)
    : arguments.GetValue(soakDays) is > 0 and var days
        ? new SoakRun(days, arguments.GetValue(faults), arguments.GetValue(seed), arguments.GetValue(database)!).RunAsync(cancellationToken)
    : new Storm(arguments.GetValue(kills), arguments.GetValue(seed), arguments.GetValue(database)!, arguments.GetValue(workers)).RunAsync(cancellationToken));
return await root.Parse(args).InvokeAsync();
