using Xunit.Abstractions;

namespace CustomStores.Tests;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 10;
    private const string Variable = "CUSTOM_STORES_SEED";

    [Fact]
    public async Task Killed_at_ten_moments_and_run_to_the_end_the_files_are_those_of_an_undisturbed_run()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), out int given) ? given : Random.Shared.Next(1, 1_000_000);
        output.WriteLine($"{Variable}={seed} repeats this run.");
        var random = new Random(seed);
        using var undisturbed = new TemporaryFolder();
        (IReadOnlyList<string> expected, int lines) = await RunAsync(undisturbed.Path);
        Assert.True(expected.Count > 500, $"{expected.Count} lines are too few to lose one.");

        using var disturbed = new TemporaryFolder();
        for (int killed = 0; killed < Kills;)
        {
            using ConsoleProcess process = ConsoleProcess.Start(disturbed.Path);
            int afterLines = random.Next(0, lines * 3 / 4);
            TimeSpan pause = TimeSpan.FromMilliseconds(random.NextDouble() * (afterLines == 0 ? 1500 : 40));
            if (await process.KillAsync(afterLines, pause))
            {
                killed++;
                output.WriteLine($"kill {killed}: {pause.TotalMilliseconds:0} ms after line {afterLines}; {Lines(disturbed.Path)} lines were stored.");
            }
            else
            {
                // It came to its end before: what the kills so far left is compared, and the next ones get work to do.
                await CompareAsync(expected, disturbed.Path);
                Directory.Delete(disturbed.Path, recursive: true);
            }
        }

        await CompareAsync(expected, disturbed.Path);
    }

    private async Task CompareAsync(IReadOnlyList<string> expected, string folder)
    {
        (IReadOnlyList<string> found, _) = await RunAsync(folder);
        output.WriteLine($"{found.Count} lines are compared.");
        Assert.Equal(expected, found);
    }

    /// <summary>Runs to the end, where the console compares what is stored with the simulator.</summary>
    private static async Task<(IReadOnlyList<string> Stored, int Lines)> RunAsync(string folder)
    {
        using ConsoleProcess process = ConsoleProcess.Start(folder);
        (int exitCode, string said) = await process.WaitAsync();
        Assert.True(exitCode == 0, said);
        return (StoredLines.Read(Path.Combine(folder, "data")), process.Lines);
    }

    private static int Lines(string folder) => !Directory.Exists(folder)
        ? 0
        : Directory.GetFiles(folder, "*.jsonl", SearchOption.AllDirectories).Sum(file => File.ReadLines(file).Count());
}
