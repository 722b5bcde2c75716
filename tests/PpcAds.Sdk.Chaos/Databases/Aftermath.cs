using System.Text;
using PpcAds.Sdk.Chaos.Kills;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Databases;

/// <summary>What no disturbance may leave behind: files of reports, leases that nobody prunes, secrets.</summary>
internal static class Aftermath
{
    /// <summary>How long a lease that ran out may stay: the worker prunes those of a day ago.</summary>
    private const int LeaseDays = 1;

    /// <param name="databases">The databases.</param>
    /// <param name="connection">The one that was disturbed.</param>
    /// <param name="spoolFolder">Where files of reports were.</param>
    /// <param name="amazon">The simulator, which knows the secrets.</param>
    /// <param name="output">What the workers wrote, and what their logs told.</param>
    /// <returns>What is wrong; the secrets themselves are not said again.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(
        ChaosDatabase databases, string connection, string spoolFolder, AmazonAdsSimulator amazon, string output)
    {
        var found = new List<string>();
        if (Directory.Exists(spoolFolder) && Directory.GetFiles(spoolFolder, "*", SearchOption.AllDirectories) is { Length: > 0 } files)
        {
            found.Add($"{files.Length} files were left in the folder of reports, such as {Path.GetFileName(files[0])}");
        }

        int leases = await databases.CountOldLeasesAsync(connection, LeaseDays);
        if (leases > 0)
        {
            found.Add($"{leases} leases are older than {LeaseDays} day");
        }

        string[] secrets = SecretsOf(amazon);
        foreach ((string place, byte[] bytes) in new[]
        {
            ("the database", await databases.DumpBytesAsync(connection)),
            ("what workers wrote", Encoding.UTF8.GetBytes(output)),
            ("what this program wrote", Encoding.UTF8.GetBytes(OutputRecord.Text)),
        })
        {
            found.AddRange(SecretSearch.Find(bytes, secrets).Select(
                secret => $"{place} holds a secret that begins with {secret[..10]}, {secret[(secret.LastIndexOf(", ", StringComparison.Ordinal) + 2)..]}"));
        }

        found.AddRange(output.Split('\n').Where(line => line.Contains(SecretLog.Found, StringComparison.Ordinal)).Distinct());
        return found;
    }

    public static string[] SecretsOf(AmazonAdsSimulator amazon) =>
        [amazon.ClientSecret, SecretLog.AccessToken, .. amazon.Tokens.Grants.Select(grant => grant.RefreshToken).Distinct()];
}
