using System.Diagnostics;
using System.Globalization;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Reads seeds: numbers, ranges, and seeds made from the hash of the commit.</summary>
internal static class SoakSeeds
{
    private const string Commit = "commit";
    private const int DigitsOfSeed = 7;

    /// <summary>The most seeds that the 40 digits of a hash give.</summary>
    private const int MostOfCommit = 40 / DigitsOfSeed;

    /// <summary>Reads such as <c>3</c>, <c>1-6,9</c>, <c>commit</c> or <c>1-6,commit*4</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="findHash">Gives the hash of the commit, when it is needed.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static IReadOnlyList<int> Read(string text, Func<string> findHash) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part => ReadPart(part, findHash))];

    /// <summary>The seeds that a commit's hash gives: seven hex digits each.</summary>
    public static IEnumerable<int> FromHash(string hash, int count) => Enumerable.Range(0, count).Select(number =>
        int.Parse(hash.AsSpan(number * DigitsOfSeed, DigitsOfSeed), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    /// <summary>The hash of the commit that is checked out.</summary>
    public static string FindCommit()
    {
        using Process git = Process.Start(new ProcessStartInfo("git", "rev-parse HEAD") { RedirectStandardOutput = true })!;
        string hash = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return git.ExitCode == 0 && hash.Length >= MostOfCommit * DigitsOfSeed
            ? hash
            : throw new FormatException("There is no commit to take seeds from: git rev-parse HEAD failed.");
    }

    private static IEnumerable<int> ReadPart(string part, Func<string> findHash)
    {
        if (part == Commit || part.StartsWith($"{Commit}*", StringComparison.Ordinal))
        {
            int count = part == Commit ? 1 : Number(part[(Commit.Length + 1)..]);
            return count is >= 1 and <= MostOfCommit
                ? FromHash(findHash(), count)
                : throw new FormatException($"A commit gives 1 to {MostOfCommit} seeds, not {count}.");
        }

        int dash = part.IndexOf('-', StringComparison.Ordinal);
        (int first, int last) = dash > 0 ? (Number(part[..dash]), Number(part[(dash + 1)..])) : (Number(part), Number(part));
        return first <= last && last - first < 1000
            ? Enumerable.Range(first, last - first + 1)
            : throw new FormatException($"'{part}' is no range of seeds.");
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new FormatException($"'{text}' is no seed: a number, a range such as 1-6, commit or commit*4 is needed.");
}
