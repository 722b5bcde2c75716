using PpcAds.Sdk.Testing.Throttling;

namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>Clients at a limit that changes from phase to phase, in virtual time.</summary>
internal sealed class PhaseTrial(TrialSettings settings)
{
    /// <summary>Runs all phases.</summary>
    /// <param name="startClient">Makes the client number n and lets its workers start.</param>
    /// <param name="clients">How many clients share the limit.</param>
    /// <returns>For each phase the results of each client.</returns>
    public IReadOnlyList<PhaseResult[]> Run(Action<TrialClient> startClient, int clients = 1)
    {
        var time = new VirtualTimeProvider();
        var limit = new VirtualLimit(time, settings.Limits[0], settings.Burst, settings.SendsRetryAfter);
        var counters = new (long Granted, long Refused)[clients];
        for (int number = 0; number < clients; number++)
        {
            int client = number;
            startClient(new TrialClient(client, time, limit, settings, granted =>
            {
                counters[client].Granted += granted ? 1 : 0;
                counters[client].Refused += granted ? 0 : 1;
            }));
        }

        var results = new List<PhaseResult[]>();
        TimeSpan start = TimeSpan.Zero;
        foreach (double rate in settings.Limits)
        {
            limit.ChangeTo(rate);
            time.RunUntil(start + settings.Settling);
            Array.Clear(counters);
            start += settings.PhaseLength;
            time.RunUntil(start);
            TimeSpan counted = settings.PhaseLength - settings.Settling;
            results.Add([.. counters.Select(counter => new PhaseResult(rate, counted, counter.Granted, counter.Refused))]);
        }

        return results;
    }
}
