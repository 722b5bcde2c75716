using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A PostgreSQL of the run's own, with a proxy before each operation.</summary>
internal sealed partial class PostgreSqlInterleavings(int places) : IInterleavedDatabase
{
    private readonly PostgreSqlCluster _cluster = new();
    private readonly List<ServiceProvider> _services = [];
    private readonly List<StatementProxy> _proxies = [];
    private NpgsqlConnection? _watch;

    public string Kind => "postgresql";

    public IReadOnlyList<IServiceProvider> Places => _services[..^1];

    public IServiceProvider Quiet => _services[^1];

    public async Task StartAsync()
    {
        await _cluster.InitializeAsync();
        if (_cluster.Missing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        var own = new NpgsqlConnectionStringBuilder(await _cluster.CreateDatabaseAsync()) { Pooling = true, ConnectionIdleLifetime = 3600 };
        _watch = new NpgsqlConnection(own.ConnectionString);
        await _watch.OpenAsync();

        // A deadlock is found by the server after so long; a second is its default.
        await QueryAsync($"ALTER DATABASE {own.Database} SET deadlock_timeout = '20ms'");
        for (int i = 0; i < places; i++)
        {
            _proxies.Add(new StatementProxy(own.Port));
            var proxied = new NpgsqlConnectionStringBuilder(own.ConnectionString) { Port = _proxies[i].Port };
            _services.Add(InterleavedServices.ForPostgreSql(proxied.ConnectionString));
        }

        _services.Add(InterleavedServices.ForPostgreSql(own.ConnectionString));
        foreach (ServiceProvider services in _services.AsEnumerable().Reverse())
        {
            await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        }
    }

    public void SetGate(int place, Gate? gate) => _proxies[place].Gate = gate;

    public async Task<bool> IsBlockedAsync(int place)
    {
        int[] others = [.. _proxies.Where((_, i) => i != place).SelectMany(proxy => proxy.ProcessIds)];
        await using NpgsqlCommand command = _watch!.CreateCommand();
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM unnest(@own) p(pid) WHERE pg_blocking_pids(p.pid) && @others)";
        command.Parameters.AddWithValue("own", _proxies[place].ProcessIds);
        command.Parameters.AddWithValue("others", others);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<string[]>> QueryAsync(string sql)
    {
        await using NpgsqlCommand command = _watch!.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = Amount().Replace(sql, "($1 * 1000000)::bigint");
#pragma warning restore CA2100
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add(
            [
                .. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is DateOnly date
                    ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? ""),
            ]);
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

        NpgsqlConnection.ClearAllPools();
        foreach (StatementProxy proxy in _proxies)
        {
            await proxy.DisposeAsync();
        }

        await _cluster.DisposeAsync();
    }

    [GeneratedRegex(@"\{([a-z0-9_.]+)\}")]
    private static partial Regex Amount();
}
