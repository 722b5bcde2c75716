using System.Text;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Chaos.Soak;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Chaos;

/// <summary>One simulated day in a database that tests change and check; each change is undone before the next.</summary>
public sealed class SoakedDatabase : IAsyncLifetime
{
    private readonly TaskCompletionSource<SoakProbe> _soaked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _tested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();
    private Task<bool> _run = Task.FromResult(false);
    private string[] _undisturbed = [];

    /// <summary>Whether the check finds nothing as long as nothing is changed.</summary>
    public bool IsGood => _undisturbed.Length == 0;

    public string Output => IsGood ? "GOOD." : $"NOT GOOD. {string.Join(Environment.NewLine, _undisturbed)}";

    public async Task InitializeAsync()
    {
        var options = new SoakOptions { Days = 1, Faults = 0, Seed = 3, Database = "sqlite", Profiles = 1 };
        _run = new SoakRun(options, new StringWriter(_output), async probe =>
        {
            _soaked.SetResult(probe);
            await _tested.Task;
        }).RunAsync(CancellationToken.None);

        // The run itself may fail before it comes to the check.
        SoakProbe soaked = await await Task.WhenAny(_soaked.Task, FailAsync());
        _undisturbed = await soaked.CheckAsync();

        async Task<SoakProbe> FailAsync()
        {
            await _run;
            throw new InvalidOperationException($"The soak ended before its check: {_output}");
        }
    }

    /// <summary>Changes the database, and returns what the check finds.</summary>
    public async Task<string[]> FindAsync(string sql)
    {
        SoakProbe soaked = await _soaked.Task;
        string file = new SqliteConnectionStringBuilder(soaked.Connection).DataSource;
        string copy = $"{file}.undisturbed";
        await soaked.Databases.QueryAsync(soaked.Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        File.Copy(file, copy, overwrite: true);
        try
        {
            await soaked.Databases.QueryAsync(soaked.Connection, sql);
            return await soaked.CheckAsync();
        }
        finally
        {
            await soaked.Databases.QueryAsync(soaked.Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            File.Copy(copy, file, overwrite: true);
            File.Delete(copy);
        }
    }

    public async Task DisposeAsync()
    {
        _tested.SetResult();
        (await _run).Should().BeTrue("each change was undone: {0}", _output);
    }
}
