using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Holds the rows of days against the simulator's truth of the moment at which their figures were taken.</summary>
internal sealed class SoakFigures(SoakLedger ledger, AmazonAdsSimulator amazon, SoakWorld world, SoakLoads loads, IReadOnlyDictionary<string, int> retention)
{
    /// <summary>How many days from the edge of what Amazon keeps prove nothing: docs/storing.md.</summary>
    private const int EdgeDays = 3;

    private readonly Dictionary<SoakDay, (string State, DateTimeOffset At)> _checked = [];

    /// <param name="account">The account.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="all">Every day, not only those whose figures were taken since the last look.</param>
    /// <param name="findings">Takes what is found.</param>
    public async Task CheckAsync(SoakAccount account, long profileId, IReadOnlyList<SoakDataset> datasets, bool all, SoakFindings findings)
    {
        var days = await ledger.ReadDaysAsync(account, profileId);
        ILookup<string, DateOnly>? withRows = all ? await ledger.ReadDaysOfRowsAsync(account, profileId) : null;
        ILookup<string, DateOnly>? loaded = all ? loads.DaysOf(account, profileId) : null;
        foreach (SoakDataset dataset in datasets)
        {
            List<(SoakDay Day, DateTimeOffset At)> due = [];
            foreach ((DateOnly date, string state, DateTimeOffset at) in days[dataset.Name])
            {
                var day = new SoakDay(account, profileId, dataset.Name, date);
                if (state == "suspect")
                {
                    findings.Late[day] = "suspect: a report lacked most of it, and none has confirmed that";
                }
                else if (all || _checked.GetValueOrDefault(day) != (state, at))
                {
                    due.Add((day, at));
                    CheckReport(day, state, at, findings);
                    _checked[day] = (state, at);
                }
            }

            await CompareAsync(dataset, due, findings);
            if (all)
            {
                HashSet<DateOnly> known = [.. days[dataset.Name].Select(day => day.Date)];
                findings.Wrong.AddRange(withRows![dataset.Name].Where(date => !known.Contains(date)).Select(date =>
                    $"{new SoakDay(account, profileId, dataset.Name, date)}: there are rows, and the ledger does not know the day"));
                findings.Wrong.AddRange(loaded![dataset.Name].Where(date => !known.Contains(date)).Select(date =>
                    $"{new SoakDay(account, profileId, dataset.Name, date)}: was loaded, and is gone from the ledger"));
            }
        }
    }

    /// <summary>Whether every day that Amazon has is there, and none is staler than its window allows.</summary>
    /// <param name="account">The account.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="planned">When reports were planned last.</param>
    /// <param name="findings">Takes the days that are late.</param>
    public async Task CheckFreshAsync(
        SoakAccount account, long profileId, IReadOnlyList<SoakDataset> datasets, DateTimeOffset planned, SoakFindings findings)
    {
        var days = await ledger.ReadDaysAsync(account, profileId);
        DateOnly today = world.DateAt(profileId, planned);

        // What Amazon dropped since the plan can no longer be there.
        DateOnly now = world.DateAt(profileId, amazon.Clock.GetUtcNow());
        foreach (SoakDataset dataset in datasets)
        {
            var known = days[dataset.Name].ToDictionary(day => day.Date, day => (day.State, day.GeneratedAt));
            DateOnly edge = now.AddDays(-retention[dataset.Name]);
            for (DateOnly date = today.AddDays(-1); date >= edge; date = date.AddDays(-1))
            {
                var day = new SoakDay(account, profileId, dataset.Name, date);
                if (!known.TryGetValue(date, out (string State, DateTimeOffset At) found))
                {
                    findings.Late[day] = "never loaded";
                    continue;
                }

                // A profile may be planned after its midnight, when another rule holds.
                int taken = today.DayNumber - world.DateAt(profileId, found.At).DayNumber;
                int passed = now.DayNumber - today.DayNumber;
                int age = today.DayNumber - date.DayNumber;
                bool isAtEdge = found.State == "unproven" && date < edge.AddDays(EdgeDays);
                if (taken >= dataset.MostDaysAgo(age) && taken + passed >= dataset.MostDaysAgo(age + passed) && !isAtEdge)
                {
                    findings.Late[day] = $"taken {taken} days ago";
                }
            }
        }
    }

    /// <summary>Whether the figures are those of the last report that was loaded while Amazon had the day.</summary>
    private void CheckReport(SoakDay day, string state, DateTimeOffset at, SoakFindings findings)
    {
        if (state == "unproven")
        {
            int age = world.DateAt(day.ProfileId, amazon.Clock.GetUtcNow()).DayNumber - day.Date.DayNumber;
            if (age <= retention[day.Dataset] - EdgeDays)
            {
                findings.Wrong.Add($"{day}: unproven, though it is not at the edge of what Amazon keeps");
            }
        }
        else if (loads.Find(day) is { } last && last != at)
        {
            findings.Wrong.Add($"{day}: is of a report of {at:u}, and the last one with it that was loaded is of {last:u}");
        }
    }

    private async Task CompareAsync(SoakDataset dataset, List<(SoakDay Day, DateTimeOffset At)> due, SoakFindings findings)
    {
        if (due.Count == 0)
        {
            return;
        }

        (SoakAccount account, long profileId, _, _) = due[0].Day;
        IReadOnlyDictionary<DateOnly, Dictionary<string, long[]>> stored = await ledger.ReadRowsAsync(
            account, profileId, dataset, due.Min(day => day.Day.Date), due.Max(day => day.Day.Date));
        bool isVendor = world.Profiles[profileId].Type == "vendor";
        foreach ((SoakDay day, DateTimeOffset at) in due)
        {
            findings.Days++;
            var expected = new Dictionary<string, long[]>(StringComparer.Ordinal);
            foreach (SimulatorTruthRow row in amazon.Truth.GetRows(profileId, dataset.ReportType, dataset.GroupBy, day.Date, day.Date, at))
            {
                SoakLedger.Add(expected, dataset.KeyOf(row), dataset.ValuesOf(row.Totals, isVendor));
            }

            if (Describe(dataset, expected, stored.GetValueOrDefault(day.Date) ?? []) is { } difference)
            {
                findings.Wrong.Add($"{day}, taken {at:u}: {difference}");
            }
        }
    }

    private static string? Describe(SoakDataset dataset, Dictionary<string, long[]> expected, Dictionary<string, long[]> stored)
    {
        string[] differing = [.. expected.Keys.Union(stored.Keys).Where(key =>
            !expected.TryGetValue(key, out long[]? one) || !stored.TryGetValue(key, out long[]? other) || !one.AsSpan().SequenceEqual(other))];
        return differing.Length == 0
            ? null
            : $"{differing.Length} of {expected.Count} rows differ, such as {string.Join('|', dataset.Keys)} {differing[0]}: expected {Of(expected)}, stored {Of(stored)}";

        string Of(Dictionary<string, long[]> rows) => rows.TryGetValue(differing[0], out long[]? values)
            ? string.Join(' ', dataset.Values.Zip(values, (name, value) => $"{name} {value}"))
            : "no row";
    }
}
