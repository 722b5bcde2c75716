using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Chaos.Soak;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Chaos;

/// <summary>One simulated day in a database that is changed and checked; each change is undone before the next.</summary>
public sealed class SoakedDatabase : IAsyncLifetime
{
    public const string Name = "Soaked database";

    private readonly Dictionary<string, string[]> _found = [];

    /// <summary>Whether the run was good, after all changes were undone.</summary>
    public bool IsGood { get; private set; }

    /// <summary>What the run printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What the check found after each change.</summary>
    public IReadOnlyDictionary<string, string[]> Found => _found;

    public async Task InitializeAsync()
    {
        using var output = new StringWriter();
        var options = new SoakOptions { Days = 1, Faults = 0, Seed = 3, Database = "sqlite", Profiles = 1 };
        IsGood = await new SoakRun(options, output, ChangeAsync).RunAsync(CancellationToken.None);
        Output = output.ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task ChangeAsync(SoakProbe soaked)
    {
        string file = new SqliteConnectionStringBuilder(soaked.Connection).DataSource;
        string copy = $"{file}.undisturbed";
        await TruncateLogAsync(soaked);
        File.Copy(file, copy);
        await RunAsync(SoakTests.Changes.Select(change => (string)change[0]), soaked.CheckAsync);
        await RunAsync(AftermathTests.Remains.Select(remain => (string)remain[0]), soaked.FindAftermathAsync);
        File.Delete(copy);

        async Task RunAsync(IEnumerable<string> changes, Func<Task<string[]>> check)
        {
            foreach (string sql in changes)
            {
                await soaked.Databases.QueryAsync(soaked.Connection, sql);
                _found.Add(sql, await check());
                await TruncateLogAsync(soaked);
                File.Copy(copy, file, overwrite: true);
            }
        }
    }

    private static Task<List<string>> TruncateLogAsync(SoakProbe soaked) =>
        soaked.Databases.QueryAsync(soaked.Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
}
