using System.Globalization;

namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>
/// <c>--throttle</c>: the governor at limits that change, beside what others do, in virtual time; then two clients at one limit, in virtual
/// time and as two processes; then the whole client at the simulator in real time. Exit code 1 if a line misses its gate.
/// </summary>
internal static class ThrottleMode
{
    private const double LeastUsed = 0.90;
    private const double MostThrottled = 0.02;

    private static readonly double[] FixedRates = [1.5, 2, 3, 5, 7.5, 10, 15, 25];

    public static async Task<int> RunAsync(int seed, CancellationToken cancellationToken)
    {
        int missed = Alone(seed) + await new SharedLimitMode(seed).RunAsync(cancellationToken);
        missed += await HttpTrial.RunAsync(cancellationToken) ? 0 : 1;
        Console.WriteLine(missed == 0 ? "All gates passed." : $"{missed} lines missed their gate.");
        return missed == 0 ? 0 : 1;
    }

    private static int Alone(int seed)
    {
        double bestRate = BestFixedRate(seed);
        int missed = 0;
        Console.WriteLine("One client, 16 workers, 20 minutes a phase, the first 2 not counted; used / 429");
        Console.WriteLine(Text($"Gate for the governor: used >= {LeastUsed:P0}, 429 <= {MostThrottled:P0}"));
        double safeRate = new TrialSettings().Limits.Min();
        Console.WriteLine($"| limit | Retry-After | governor | exponential backoff, full jitter | best fixed rate ({bestRate}/s) | safe fixed rate ({safeRate}/s) | |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (bool sendsRetryAfter in (bool[])[true, false])
        {
            var settings = new TrialSettings { Seed = seed, SendsRetryAfter = sendsRetryAfter };
            PhaseResult[] safe = One(settings, Strategies.FixedRate(safeRate));
            PhaseResult[] governor = One(settings, Strategies.Governor);
            PhaseResult[] backoff = One(settings, Strategies.Backoff);
            PhaseResult[] fixedRate = One(settings, Strategies.FixedRate(bestRate));
            for (int phase = 0; phase < governor.Length; phase++)
            {
                bool passed = Passes(governor[phase]);
                missed += passed ? 0 : 1;
                Console.WriteLine(
                    $"| {settings.Limits[phase]}/s | {(sendsRetryAfter ? "yes" : "no")} | {Text(governor[phase])} | {Text(backoff[phase])} | {Text(fixedRate[phase])} | {Text(safe[phase])} | {Verdict(passed)} |");
            }
        }

        Console.WriteLine();
        return missed;
    }

    // The one that passes most often; of those, the one that uses most.
    private static double BestFixedRate(int seed) => FixedRates.MaxBy(rate =>
    {
        PhaseResult[] all =
        [
            .. One(new TrialSettings { Seed = seed }, Strategies.FixedRate(rate)),
            .. One(new TrialSettings { Seed = seed, SendsRetryAfter = false }, Strategies.FixedRate(rate)),
        ];
        return (all.Count(Passes), all.Average(result => result.Used));
    });

    private static PhaseResult[] One(TrialSettings settings, Action<TrialClient> strategy) =>
        [.. new PhaseTrial(settings).Run(strategy).Select(clients => clients[0])];

    private static bool Passes(PhaseResult result) => result.Used >= LeastUsed && result.Throttled <= MostThrottled;

    private static string Verdict(bool passed) => passed ? "ok" : "MISSED";

    private static string Text(PhaseResult result) => Text($"{result.Used:P1} / {result.Throttled:P2}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
