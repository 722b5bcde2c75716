using System.Globalization;
using PpcAds.Sdk.Chaos.Throttle.Processes;

namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>Two clients that know nothing of each other at one limit: in virtual time over an hour, over 20 minutes with many seeds, and as two processes.</summary>
internal sealed class SharedLimitMode(int seed)
{
    private const int Seeds = 10;

    private static readonly double[] Limits = [10, 25, 5, 2];
    private static readonly double[] ProcessLimits = [10, 5];
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(22);

    /// <summary>Runs all.</summary>
    /// <returns>How many lines missed their gate.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        OverAnHour() + OverManySeeds() + await AsProcessesAsync(cancellationToken);

    private int OverAnHour()
    {
        int missed = 0;
        Say($"Two clients that know nothing of each other at one limit, {Long.TotalMinutes} minutes, the first 2 not counted");
        Say($"Gate: {Text(SharedResult.Gate)}; 2/s is told, not judged");
        Say($"| limit | Retry-After | together | shares | 429 | |");
        Say($"|---|---|---|---|---|---|");
        foreach ((double limit, bool sendsRetryAfter) in Cases(Limits))
        {
            SharedResult both = Run(limit, sendsRetryAfter, Long, seed);
            missed += both.Passes || !IsJudged(limit) ? 0 : 1;
            Say($"| {limit}/s | {YesOrNo(sendsRetryAfter)} | {Text(both.Cells)} | {Verdict(limit, both.Passes)} |");
        }

        Say($"");
        return missed;
    }

    private int OverManySeeds()
    {
        int missed = 0;
        Say($"The same over 20 minutes, after the first 2, with {Seeds} seeds from {seed}");
        Say($"Gate for each seed: {Text(SharedResult.Gate)}; 2/s is told, not judged");
        Say($"| limit | Retry-After | together, least | larger share: mean, largest | 429: mean, most | within the gate | |");
        Say($"|---|---|---|---|---|---|---|");
        foreach ((double limit, bool sendsRetryAfter) in Cases(Limits))
        {
            SharedResult[] runs = [.. Enumerable.Range(seed, Seeds).Select(each => Run(limit, sendsRetryAfter, Short, each))];
            bool passed = Array.TrueForAll(runs, run => run.Passes);
            missed += passed || !IsJudged(limit) ? 0 : 1;
            Say(
                $"| {limit}/s | {YesOrNo(sendsRetryAfter)} | {runs.Min(run => run.Together):P1} | {runs.Average(run => run.LargestShare):P1}, {runs.Max(run => run.LargestShare):P1} | {runs.Average(run => run.Throttled):P2}, {runs.Max(run => run.Throttled):P2} | {runs.Count(run => run.Passes)} of {Seeds} | {Verdict(limit, passed)} |");
        }

        Say($"");
        return missed;
    }

    private static async Task<int> AsProcessesAsync(CancellationToken cancellationToken)
    {
        int missed = 0;
        Say($"Two processes with the whole client over HTTP at the simulator's limit, {ProcessTrial.Duration.TotalMinutes} minutes of a faster time, after the first 2");
        Say($"Gate: {Text(SharedResult.Gate)}");
        Say($"| limit | Retry-After | together | shares | 429 | |");
        Say($"|---|---|---|---|---|---|");
        foreach ((double limit, bool sendsRetryAfter) in Cases(ProcessLimits))
        {
            var both = new SharedResult(await new ProcessTrial(limit, sendsRetryAfter).RunAsync(cancellationToken));
            missed += both.Passes ? 0 : 1;
            Say($"| {limit}/s | {YesOrNo(sendsRetryAfter)} | {Text(both.Cells)} | {Verdict(limit, both.Passes)} |");
        }

        Say($"");
        return missed;
    }

    private static SharedResult Run(double limit, bool sendsRetryAfter, TimeSpan length, int seed)
    {
        var settings = new TrialSettings { Seed = seed, SendsRetryAfter = sendsRetryAfter, Limits = [limit], PhaseLength = length };
        return new SharedResult(new PhaseTrial(settings).Run(Strategies.Governor, clients: 2)[0]);
    }

    private static IEnumerable<(double Limit, bool SendsRetryAfter)> Cases(double[] limits) =>
        from limit in limits
        from sendsRetryAfter in (bool[])[true, false]
        select (limit, sendsRetryAfter);

    private static bool IsJudged(double limit) => limit > 2;

    private static string Verdict(double limit, bool passed) => !IsJudged(limit) ? "told" : passed ? "ok" : "MISSED";

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    private static void Say(FormattableString line) => Console.WriteLine(Text(line));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
