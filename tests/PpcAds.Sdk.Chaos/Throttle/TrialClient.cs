using PpcAds.Sdk.Testing.Throttling;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>The place of one client in a trial; a strategy starts its workers.</summary>
internal sealed class TrialClient(int number, VirtualTimeProvider time, VirtualLimit limit, TrialSettings settings, Action<bool> onAttempt)
{
    public int Number => number;

    public VirtualTimeProvider Time => time;

    /// <summary>Differs for each client of each trial.</summary>
    public int Seed => (settings.Seed * 1000) + number;

    public void Start(IRateGovernor governor, Func<int, TimeSpan?, TimeSpan>? backoff = null) =>
        new VirtualClient(time, governor, limit, new Random(Seed + 500))
        {
            OnAttempt = (_, granted) => onAttempt(granted),
            Backoff = backoff,
        }.Start(settings.Workers);
}
