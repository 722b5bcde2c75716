using System.CommandLine;
using PpcAds.Sdk.Chaos.Interleavings;
using PpcAds.Sdk.Chaos.Kills;
using PpcAds.Sdk.Chaos.Soak;
using PpcAds.Sdk.Chaos.Throttle;
using PpcAds.Sdk.Chaos.Throttle.Processes;

// Parent: `-- --kills 100 --seed 1`, `-- --soak-days 30 --faults 0.05`, `-- --interleavings` or `-- --throttle`. Child: `worker …` or `caller …`, started by it.
if (args is ["worker", var told])
{
    return await new Worker(WorkerArguments.Read(told)).RunAsync();
}

if (args is ["caller", var caller])
{
    return await new Caller(CallerArguments.Read(caller)).RunAsync();
}

var kills = new Option<int>("--kills") { Description = "How many kills at least", DefaultValueFactory = _ => 100 };
var seeds = new Option<string>("--seed", "--seeds")
{
    Description = "Seed of what is random. A soak takes several in a row, and some made from the commit: 1-6,commit*4",
    DefaultValueFactory = _ => "1",
};
var database = new Option<string>("--database") { Description = "postgresql or sqlite", DefaultValueFactory = _ => "postgresql" };
database.AcceptOnlyFromAmong("postgresql", "sqlite");
var workers = new Option<int>("--workers") { Description = "Processes on one database", DefaultValueFactory = _ => 1 };
var soakDays = new Option<int>("--soak-days") { Description = "Simulated days in a row, instead of kills" };
var faults = new Option<double>("--faults") { Description = "The share of faulty answers in them", DefaultValueFactory = _ => 0.05 };
var allProducts = new Option<bool>("--all-products") { Description = "Whether a soak syncs the three products, or the first alone", DefaultValueFactory = _ => true };
var profiles = new Option<int?>("--profiles") { Description = "How many profiles a soak has, in place of as many as the seed says" };
var throttle = new Option<bool>("--throttle") { Description = "The rate governor at limits that change, instead of kills" };
var interleavings = new Option<bool>("--interleavings") { Description = "Each two operations under controlled schedules, on both databases or one, instead of kills" };
var schedules = new Option<int>("--schedules") { Description = "The most schedules of two operations in one order", DefaultValueFactory = _ => 10 };
var interleaving = new Option<string?>("--interleaving") { Description = "One schedule as it was printed, again" };
var root = new RootCommand("Does its worst to an ingestion, and compares what is left with what must be there.")
{
    kills, seeds, database, workers, soakDays, faults, allProducts, profiles, throttle,
    interleavings, schedules, interleaving,
};
root.SetAction(async (arguments, cancellationToken) =>
{
    IReadOnlyList<int> all = SoakSeeds.Read(arguments.GetValue(seeds)!, SoakSeeds.FindCommit);
    if (arguments.GetValue(throttle))
    {
        return await ThrottleMode.RunAsync(all[0], cancellationToken);
    }

    if (arguments.GetValue(interleavings) || arguments.GetValue(interleaving) is not null)
    {
        string[] databases = arguments.GetResult(database) is { Implicit: false } ? [arguments.GetValue(database)!] : ["postgresql", "sqlite"];
        return await InterleavingMode.RunAsync(databases, all[0], arguments.GetValue(schedules), arguments.GetValue(interleaving), cancellationToken);
    }

    if (arguments.GetValue(soakDays) is var days && days <= 0)
    {
        return await new Storm(arguments.GetValue(kills), all[0], arguments.GetValue(database)!, arguments.GetValue(workers)).RunAsync(cancellationToken);
    }

    Console.WriteLine($"Seeds {string.Join(", ", all)}; each again with --seed.");
    var notGood = new List<int>();
    foreach (int one in all)
    {
        var options = new SoakOptions
        {
            Days = days,
            Faults = arguments.GetValue(faults),
            Seed = one,
            Database = arguments.GetValue(database)!,
            AllProducts = arguments.GetValue(allProducts),
            Profiles = arguments.GetValue(profiles),
        };
        if (!await new SoakRun(options, Console.Out).RunAsync(cancellationToken))
        {
            notGood.Add(one);
        }
    }

    Console.WriteLine(notGood.Count == 0 ? "GOOD." : $"NOT GOOD: {string.Join(", ", notGood.Select(one => $"--seed {one}"))}.");
    return notGood.Count == 0 ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();
