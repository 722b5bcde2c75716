using CsCheck;
using FluentAssertions;
using PpcAds.Sdk.Testing.Throttling;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Throttling;

/// <summary>The real governor in virtual time, at limits that nobody thought of.</summary>
public sealed class RandomLimitTests
{
    private const int Profiles = 5;

    private static readonly TimeSpan Wild = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    // Limits of zero, an outage, among them.
    private static readonly Gen<Curve> Curves = Gen.Select(
        Gen.Frequency((1, Gen.Const(0.0)), (6, Gen.Double[0.2, 8.0])).Array[1, 5],
        Gen.Double[2, 4],
        Gen.Double[1, 20],
        Gen.Bool,
        Gen.Int[0, int.MaxValue - 1],
        (limits, last, burst, sendsRetryAfter, seed) => new Curve(limits, last, burst, sendsRetryAfter, seed));

    [Fact]
    public void Whatever_the_limits_do_pauses_are_kept_no_profile_starves_and_the_rate_recovers() => Curves.Sample(
        curve => Check(curve).Should().BeNull(),
        iter: 10_000);

    private static string? Check(Curve curve)
    {
        var time = new VirtualTimeProvider();
        var limit = new VirtualLimit(time, curve.Limits[0], curve.Burst, curve.SendsRetryAfter);
        using AdaptiveRateGovernor governor = VirtualGovernor.Create(time, curve.Seed);
        TimeSpan quietUntil = TimeSpan.Zero;
        string? problem = null;
        int[] attempts = new int[Profiles];
        int granted = 0;
        var client = new VirtualClient(time, governor, limit, new Random(curve.Seed))
        {
            OnSent = (profile, sentAt) =>
            {
                attempts[profile.Value - 1]++;
                problem ??= sentAt < quietUntil ? $"sent at {sentAt}, though quiet until {quietUntil}" : null;
            },
            OnAttempt = (_, wasGranted) => granted += wasGranted ? 1 : 0,
            OnRetryAfter = wait => quietUntil = time.Elapsed + wait > quietUntil ? time.Elapsed + wait : quietUntil,
        };

        // A crowd of the first profile, one caller of each other.
        client.Start(workers: 8, profiles: 1);
        client.Start(workers: Profiles, profiles: Profiles);
        for (int part = 0; part < curve.Limits.Length; part++)
        {
            limit.ChangeTo(curve.Limits[part]);
            time.RunUntil(Wild * (part + 1) / curve.Limits.Length);
        }

        limit.ChangeTo(curve.Last);
        TimeSpan end = (quietUntil > Wild ? quietUntil : Wild) + LongestRecovery;
        do
        {
            Array.Clear(attempts);
            granted = 0;
            time.RunUntil(time.Elapsed + Step);
        }
        while (granted < curve.Last * Step.TotalSeconds * 0.6 && time.Elapsed < end);

        client.IsStopped = true;
        return problem
            ?? (time.Elapsed >= end ? $"not recovered by {end}" : null)
            ?? (attempts.Min() == 0 || attempts.Min() < attempts.Max() / Profiles ? $"turns of profiles: {string.Join(", ", attempts)}" : null);
    }

    private sealed record Curve(double[] Limits, double Last, double Burst, bool SendsRetryAfter, int Seed)
    {
        public override string ToString() =>
            $"{string.Join(" ", Limits)} then {Last}, burst {Burst}, Retry-After {SendsRetryAfter}, seed {Seed}";
    }
}
