namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

/// <summary>
/// A second opinion: the same loads by stores that were written separately, one by SQL and two by the rules in .NET, one of them
/// over tables.
/// </summary>
internal static class LoadComparison
{
    public static async Task RunAsync(ComparedStore relational, ComparedStore fast, ComparedStore memory, IEnumerable<int> seeds)
    {
        foreach (int seed in seeds)
        {
            IReadOnlyList<LoadStep> steps = new SequenceMaker(seed).Make();
            long profile = 1_000 + seed;
            ProfileText[] texts = await Task.WhenAll(
                relational.RunAsync(profile, steps), fast.RunAsync(profile, steps), memory.RunAsync(profile, steps));
            string.Join("\n", texts[0].FindDifferences(texts[1])).Should()
                .BeEmpty($"the package of the database stores the same of seed {seed}");
            string.Join("\n", texts[0].FindDifferencesFromMemory(texts[2])).Should()
                .BeEmpty($"the same is in memory of seed {seed}");
        }
    }
}
