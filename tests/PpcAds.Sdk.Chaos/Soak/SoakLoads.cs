using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>
/// The last report of each day that was loaded while Amazon still had that day: what the tables must hold from then on, also once the day is
/// older than Amazon keeps.
/// </summary>
internal sealed class SoakLoads(SoakWorld world, IReadOnlyDictionary<string, int> retention)
{
    private readonly Dictionary<(long Account, long Profile, string Dataset, DateOnly Date), DateTimeOffset> _last = [];
    private readonly HashSet<(long Account, long Profile, string Dataset, long GeneratedAt)> _whole = [];

    /// <summary>Notes a load.</summary>
    public void Note(StepResult step)
    {
        if (step is not { Job: { GeneratedAt: { } generated } job, Load: { IsSuspect: false } })
        {
            return;
        }

        if (step.Load.Rejected == 0)
        {
            _whole.Add((job.AccountId.Value, job.ProfileId.Value, job.Dataset, Micros(generated)));
        }

        DateOnly edge = world.DateAt(job.ProfileId.Value, generated).AddDays(-retention[job.Dataset]);
        for (DateOnly date = job.StartDate > edge ? job.StartDate : edge; date <= job.EndDate; date = date.AddDays(1))
        {
            var key = (job.AccountId.Value, job.ProfileId.Value, job.Dataset, date);
            if (!_last.TryGetValue(key, out DateTimeOffset known) || known < generated)
            {
                _last[key] = generated;
            }
        }
    }

    /// <summary>When the figures of a day must have been taken; <see langword="null"/> if it was never loaded.</summary>
    public DateTimeOffset? Find(SoakDay day) =>
        _last.TryGetValue((day.Account.Id.Value, day.ProfileId, day.Dataset, day.Date), out DateTimeOffset generated) ? generated : null;

    /// <summary>Whether a report was loaded with every row, and nothing of what it lacks was kept.</summary>
    public bool WasWhole(SoakAccount account, long profileId, string dataset, DateTimeOffset generatedAt) =>
        _whole.Contains((account.Id.Value, profileId, dataset, Micros(generatedAt)));

    private static long Micros(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>All days of an account's profile and dataset that were ever loaded.</summary>
    public ILookup<string, DateOnly> DaysOf(SoakAccount account, long profileId) => _last.Keys
        .Where(key => key.Account == account.Id.Value && key.Profile == profileId)
        .ToLookup(key => key.Dataset, key => key.Date);
}
