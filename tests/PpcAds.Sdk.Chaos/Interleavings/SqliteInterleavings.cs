using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A SQLite file of the run's own.</summary>
internal sealed partial class SqliteInterleavings(int places) : IInterleavedDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-interleavings-");
    private readonly List<ServiceProvider> _services = [];
    private readonly List<SqliteGate> _gates = [];
    private SqliteConnection? _watch;

    public string Kind => "sqlite";

    public IReadOnlyList<IServiceProvider> Places => _services[..^1];

    public IServiceProvider Quiet => _services[^1];

    public async Task StartAsync()
    {
        string file = Path.Combine(_folder.FullName, "1.db");
        for (int i = 0; i < places; i++)
        {
            // Pools go by the text: a connection is never another place's.
            _gates.Add(new SqliteGate());
            _services.Add(InterleavedServices.ForSqlite($"Data Source={file};Default Timeout={31 + i}", _gates[i]));
        }

        _services.Add(InterleavedServices.ForSqlite($"Data Source={file}", null));
        foreach (ServiceProvider services in _services.AsEnumerable().Reverse())
        {
            await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        }

        _watch = new SqliteConnection($"Data Source={file};Pooling=False");
        await _watch.OpenAsync();
        await QueryAsync("PRAGMA busy_timeout = 30000; PRAGMA synchronous = OFF");
    }

    public void SetGate(int place, Gate? gate) => _gates[place].Gate = gate;

    /// <summary>Its gate knows already.</summary>
    public Task<bool> IsBlockedAsync(int place) => Task.FromResult(false);

    public async Task<List<string[]>> QueryAsync(string sql)
    {
        await using SqliteCommand command = _watch!.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = Amount().Replace(sql, "$1_micros");
#pragma warning restore CA2100
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider services in _services)
        {
            await services.DisposeAsync();
        }

        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"\{([a-z0-9_.]+)\}")]
    private static partial Regex Amount();
}
