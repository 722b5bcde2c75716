using System.CommandLine;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Chaos.Faults;
using PpcAds.Sdk.Chaos.Interleavings;
using PpcAds.Sdk.Chaos.Kills;
using PpcAds.Sdk.Chaos.Soak;
using PpcAds.Sdk.Chaos.Throttle;
using PpcAds.Sdk.Chaos.Throttle.Processes;

// Parent: `-- --kills 100 --seed 1`, `-- --soak-days 30 --faults 0.05`, `-- --freeze 75`, `-- --interleavings` or `-- --throttle`.
// Child: `worker …`, `caller …` or `busy`, started by it.
if (args is ["worker", var told])
{
    return await new Worker(WorkerArguments.Read(told)).RunAsync();
}

if (args is ["caller", var caller])
{
    return await new Caller(CallerArguments.Read(caller)).RunAsync();
}

if (args is [BusyNeighbours.Mode])
{
    return BusyNeighbours.Run();
}

var kills = new Option<int>("--kills") { Description = "How many kills at least; few of them are drawn from all points by the seed", DefaultValueFactory = _ => 100 };
var seeds = new Option<string>("--seed", "--seeds")
{
    Description = "Seed of what is random, the world too. Several run in a row, and some may be made from the commit: 1-6,commit*4",
    DefaultValueFactory = _ => "1",
};
var database = new Option<string>("--database") { Description = "postgresql or sqlite", DefaultValueFactory = _ => "postgresql" };
database.AcceptOnlyFromAmong("postgresql", "sqlite");
var workers = new Option<int>("--workers") { Description = "Processes on one database", DefaultValueFactory = _ => 1 };
var busy = new Option<int>("--busy") { Description = "How many other processes take the processors meanwhile" };
var serverKills = new Option<int>("--postgres-kills") { Description = "How often PostgreSQL's processes are killed, instead of workers" };
var freeze = new Option<int>("--freeze") { Description = "For how many seconds one of two workers on PostgreSQL is frozen, instead of kills" };
var spoolFull = new Option<bool>("--spool-full") { Description = "No space for the files of reports, instead of kills" };
var readOnly = new Option<bool>("--read-only") { Description = "An SQLite file that cannot be written, instead of kills" };
var hosts = new Option<int>("--hosts") { Description = "How many hosts start at once on an empty database, instead of kills" };
var serverFaults = new Option<bool>("--server-faults") { Description = "--spool-full, --read-only and --hosts 4" };
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
    kills, seeds, database, workers, busy, serverKills, freeze, spoolFull, readOnly, hosts, serverFaults, soakDays, faults, allProducts,
    profiles, throttle, interleavings, schedules, interleaving,
};
root.SetAction(async (arguments, cancellationToken) =>
{
    OutputRecord.Begin();
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

    Console.WriteLine($"Seeds {string.Join(", ", all)}; each again with --seed.");
    int neighbours = arguments.GetValue(busy);
    using var others = new BusyNeighbours(neighbours);
    var notGood = new List<int>();
    foreach (int one in all)
    {
        if (!await RunAsync(one))
        {
            notGood.Add(one);
        }
    }

    Console.WriteLine(notGood.Count == 0 ? "GOOD." : $"NOT GOOD: {string.Join(", ", notGood.Select(one => $"--seed {one}"))}.");
    return notGood.Count == 0 ? 0 : 1;

    Task<bool> RunAsync(int seed)
    {
        bool isBusy = neighbours > 0;
        bool each = arguments.GetValue(serverFaults);
        if (arguments.GetValue(soakDays) is var days && days > 0)
        {
            var options = new SoakOptions
            {
                Days = days,
                Faults = arguments.GetValue(faults),
                Seed = seed,
                Database = arguments.GetValue(database)!,
                AllProducts = arguments.GetValue(allProducts),
                Profiles = arguments.GetValue(profiles),
            };
            return new SoakRun(options, Console.Out).RunAsync(cancellationToken);
        }

        if (arguments.GetValue(serverKills) is var servers && servers > 0)
        {
            return new ServerKills(servers, seed, isBusy).RunAsync(cancellationToken);
        }

        if (arguments.GetValue(freeze) is var seconds && seconds > 0)
        {
            return new Freeze(TimeSpan.FromSeconds(seconds), seed, isBusy).RunAsync(cancellationToken);
        }

        bool full = each || arguments.GetValue(spoolFull);
        bool forbidden = each || arguments.GetValue(readOnly);
        int starting = each ? 4 : arguments.GetValue(hosts);
        if (full || forbidden || starting > 0)
        {
            return new ServerFaults(seed, isBusy, starting, full, forbidden).RunAsync(cancellationToken);
        }

        var storm = new KillOptions
        {
            Kills = arguments.GetValue(kills),
            Seed = seed,
            Database = arguments.GetValue(database)!,
            Workers = arguments.GetValue(workers),
            IsBusy = isBusy,
        };
        return new Storm(storm).RunAsync(cancellationToken);
    }
});
return await root.Parse(args).InvokeAsync();
