using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Chaos.Soak;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Chaos;

/// <summary>One simulated day in a database that is changed and checked; each change is undone before the next.</summary>
public sealed class SoakedDatabase : IAsyncLifetime
{
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
        foreach (string sql in SoakTests.Changes.Select(change => (string)change[0]))
        {
            await soaked.Databases.QueryAsync(soaked.Connection, sql);
            _found.Add(sql, await soaked.CheckAsync());
            await TruncateLogAsync(soaked);
            File.Copy(copy, file, overwrite: true);
        }

        File.Delete(copy);
    }

    private static Task<List<string>> TruncateLogAsync(SoakProbe soaked) =>
        soaked.Databases.QueryAsync(soaked.Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
}
