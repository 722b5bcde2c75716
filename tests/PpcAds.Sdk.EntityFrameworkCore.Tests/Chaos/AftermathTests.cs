using PpcAds.Sdk.Chaos.Kills;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Chaos;

/// <summary>The last check of each chaos run, that it finds what it says; and the points that few kills are drawn from.</summary>
[Collection(SoakedDatabase.Name)]
public sealed class AftermathTests(SoakedDatabase soaked)
{
    public static TheoryData<string, string> Remains { get; } = new()
    {
        {
            "UPDATE ppc_accounts SET name = 'amzn1.oa2-cs.v1.simulated0123456789abcdef0123456789abcdef'",
            "the database holds a secret"
        },
        { "UPDATE ppc_accounts SET name = hex('Atza|SimulatedAccessToken7x1')", "the database holds a secret" },
        {
            "INSERT INTO ppc_leases (name, lease_owner, lease_until, lease_epoch) VALUES ('old', 'one', 1, 1)",
            "leases are older"
        },
    };

    [Theory]
    [MemberData(nameof(Remains))]
    public void What_a_run_leaves_behind_is_found_out(string sql, string told) =>
        string.Join('\n', soaked.Found[sql]).Should().Contain(told).And.NotContain("simulated0123456789abcdef");

    [Fact]
    public void Few_kills_are_drawn_from_all_points_by_the_seed_and_many_hit_each_point_thrice()
    {
        var passed = new PassedPoints();
        Enumerable.Range(0, 50).ToList().ForEach(number => passed.Add($"point {number}"));
        var seen = new Dictionary<Stage, PassedPoints> { [Stage.Sync] = passed, [Stage.Restate] = new(), [Stage.Later] = new() };
        KillTarget[] Draw(int kills, int seed) => [.. new KillTargets(seen, new HashSet<string>(), kills, new Random(seed)).Take(Stage.Sync, isDone: false, 1000)];

        Draw(5, 1).Should().HaveCount(5).And.Equal(Draw(5, 1)).And.NotEqual(Draw(5, 2));
        Draw(50, 1).Count(target => target.Point is not null).Should().Be(50);
        new KillTargets(seen, new HashSet<string>(), 50, new Random(1)).WriteDrawn(TextWriter.Null);
    }

    [Fact]
    public void The_seed_makes_the_world_of_kills()
    {
        KillWorld[] worlds = [.. Enumerable.Range(1, 10).Select(KillWorld.Draw)];

        worlds.Should().Equal(Enumerable.Range(1, 10).Select(KillWorld.Draw));
        worlds.Select(world => world.AsOf.Date).Distinct().Count().Should().BeGreaterThan(8);
        worlds.Select(world => (world.Profiles, world.Campaigns, world.KeywordsPerAdGroup)).Distinct().Count().Should().BeGreaterThan(5);
    }
}
