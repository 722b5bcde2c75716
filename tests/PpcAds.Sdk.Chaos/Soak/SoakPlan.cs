using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>All that a seed decides before anything runs: the world's data and sizes, its first day, and what happens when.</summary>
internal sealed class SoakPlan
{
    private static readonly DateTimeOffset Earliest = new(2025, 8, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SoakOptions _options;
    private readonly Dictionary<int, List<SoakEvent>> _events = [];
    private readonly DateTimeOffset[] _syncs;

    public SoakPlan(SoakOptions options)
    {
        _options = options;
        Random start = SoakDice.For(options.Seed, "start");

        // From a time on at which campaigns still begin, over days on which clocks change.
        Start = Earliest.AddDays(start.Next(480));
        _syncs = [.. Enumerable.Range(0, options.Days).Select(SyncAt)];
        Random random = SoakDice.For(options.Seed, "events");
        int revoked = Happen(random, SoakEvent.Revoked, 0.15, 0.5);
        Add(revoked + random.Next(2, 6), SoakEvent.ConsentedAgain);
        Happen(random, SoakEvent.RevokedForGood, 0.5, 0.9);
        Happen(random, SoakEvent.ProfileAdded, 0.1, 0.6);
        Happen(random, SoakEvent.ProfileRemoved, 0.3, 0.9);
        for (int day = 3; day < options.Days; day++)
        {
            if (random.Next(5) == 0)
            {
                Add(day, SoakEvent.IncompleteReport);
            }
        }
    }

    /// <summary>Midnight of the first day, in UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When the sync of a day begins: at another hour each day.</summary>
    public DateTimeOffset GetSync(int day) => _syncs[day];

    /// <summary>What happens before the sync of a day, in this order.</summary>
    public IReadOnlyList<SoakEvent> GetEvents(int day) => _events.TryGetValue(day, out List<SoakEvent>? events) ? events : [];

    /// <summary>The world.</summary>
    public SimulatorOptions Describe(TimeProvider time)
    {
        Random sizes = SoakDice.For(_options.Seed, "sizes");
        return new SimulatorOptions
        {
            Seed = _options.Seed,
            AsOf = Start,
            TimeProvider = time,
            ShuffleMarketplaces = true,
            Profiles = _options.Profiles ?? 4,
            AgencyProfiles = 1,
            ViewOnlyProfiles = _options.Profiles is null && sizes.Next(3) == 0 ? 1 : 0,
            AuthorProfiles = _options.Profiles is null && sizes.Next(5) == 0 ? 1 : 0,
            ProfilesWithoutBrand = _options.Profiles is null && sizes.Next(5) == 0 ? 1 : 0,
            LargeProfileIds = sizes.Next(4) > 0,

            // Enough for a report of five days to have the 20 rows from which on a loss is suspect.
            Campaigns = sizes.Next(8, 11),
            AdGroupsPerCampaign = sizes.Next(4) == 0 ? 2 : 1,
            KeywordsPerAdGroup = sizes.Next(1, 3),
            TargetsPerAdGroup = sizes.Next(2),
            BrandCampaigns = sizes.Next(2, 4),
            DisplayCampaigns = sizes.Next(2, 4),
            ReportGenerationTime = TimeSpan.FromMinutes(sizes.Next(3, 20)),
        };
    }

    /// <summary>The oddities of Amazon's answers on a day. None changes an entity or a row.</summary>
    public void Turn(SimulatorQuirks quirks, int day)
    {
        Random random = SoakDice.For(_options.Seed, "quirks", day);
        quirks.IdsAsNumbers = random.Next(4) == 0;
        quirks.ReportIdsAsStrings = random.Next(4) == 0;
        quirks.NullOptionalMembers = random.Next(4) == 0;
        quirks.ExtraMembers = random.Next(4) == 0;
        quirks.OmitTotalResults = random.Next(4) == 0;
        quirks.EmptyPages = random.Next(4) == 0;
        quirks.ReportErrorCodesAsNumbers = random.Next(4) == 0;
        quirks.EmptyPastRetention = random.Next(2) == 0;
    }

    private DateTimeOffset SyncAt(int day)
    {
        Random random = SoakDice.For(_options.Seed, "hour", day);

        // Often shortly before a day ends somewhere: at a full or half hour of UTC.
        int minutes = random.Next(3) == 0 ? (random.Next(48) * 30) + 29 - random.Next(12) : random.Next(24 * 60);
        return Start.AddDays(day).AddMinutes(minutes);
    }

    private int Happen(Random random, SoakEvent what, double from, double until)
    {
        int day = Math.Max(1, (int)(_options.Days * (from + ((until - from) * random.NextDouble()))));
        Add(day, what);
        return day;
    }

    private void Add(int day, SoakEvent what)
    {
        if (!_events.TryGetValue(day, out List<SoakEvent>? events))
        {
            _events[day] = events = [];
        }

        events.Add(what);
    }
}
