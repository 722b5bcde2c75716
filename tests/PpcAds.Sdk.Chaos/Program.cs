using System.CommandLine;
using PpcAds.Sdk.Chaos;
using PpcAds.Sdk.Chaos.Throttle;

// Parent: `-- --kills 100 --seed 1`. Child: `worker …`, started by the parent.
if (args is ["worker", ..])
{
    return await Worker.RunAsync(args[1..]);
}

// `-- --throttle`: the rate governor at limits that change.
if (args is ["--throttle"])
{
    return await ThrottleMode.RunAsync(seed: 1, CancellationToken.None);
}

var kills = new Option<int>("--kills") { Description = "How many kills", DefaultValueFactory = _ => 100 };
var seed = new Option<int>("--seed") { Description = "Seed of what is random", DefaultValueFactory = _ => 1 };
var database = new Option<string>("--database") { Description = "postgresql or sqlite", DefaultValueFactory = _ => "postgresql" };
database.AcceptOnlyFromAmong("postgresql", "sqlite");
var workers = new Option<int>("--workers") { Description = "Processes on one database", DefaultValueFactory = _ => 1 };
var root = new RootCommand("Kills workers and compares what is left with an undisturbed run.") { kills, seed, database, workers };
root.SetAction(async (arguments, cancellationToken) => await new Storm(
    arguments.GetValue(kills), arguments.GetValue(seed), arguments.GetValue(database)!, arguments.GetValue(workers)).RunAsync(cancellationToken));
return await root.Parse(args).InvokeAsync();
