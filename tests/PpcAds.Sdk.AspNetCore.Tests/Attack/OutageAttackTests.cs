using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>A database that is gone, or busy, under every endpoint.</summary>
public sealed class OutageAttackTests : IAsyncLifetime
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);

    // Of this class alone, for it is stopped.
    private readonly PostgreSqlCluster _cluster = new();

    public Task InitializeAsync() => _cluster.InitializeAsync();

    public Task DisposeAsync() => _cluster.DisposeAsync();

    [SkippableFact]
    public async Task With_PostgreSQL_stopped_every_endpoint_answers_503_and_works_within_seconds_once_it_is_back()
    {
        Skip.If(_cluster.Missing is not null, _cluster.Missing);
        await using AttackHost host = await AttackHost.StartAsync(await AttackStore.CreateAsync(_cluster));
        string account = await host.Api.ConnectAsync();
        string run = (await host.Api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];
        (string path, string cookie) = await host.LeaveAsync(account, "ada", "made-up");
        await _cluster.StopAsync();

        for (int round = 0; round < 2; round++)
        {
            foreach (AttackTarget target in AttackTargets.All)
            {
                AttackAnswer answer = await SendAsync(target);
                answer.Status.Should().Be(503, $"{target}: {answer.Text}");
                answer.Code.Should().Be("storage_unavailable", target.Name);
            }
        }

        await _cluster.StartAsync();
        long back = TimeProvider.System.GetTimestamp();
        foreach (AttackTarget target in AttackTargets.All)
        {
            AttackAnswer answer = await SendAsync(target);
            while (answer.Status == 503 && TimeProvider.System.GetElapsedTime(back) < Recovery)
            {
                answer = await SendAsync(target);
            }

            answer.Status.Should().NotBe(503, $"{target}: {answer.Text}");
        }

        Task<AttackAnswer> SendAsync(AttackTarget target) => target.Route.EndsWith("/callback", StringComparison.Ordinal)
            ? host.SendAsync(target, path, headers: ("Cookie", cookie))
            : host.SendAsync(target, target.PathOf(account, run));
    }

    [Fact]
    public async Task With_SQLite_locked_by_another_process_whatever_writes_answers_503_and_whatever_reads_is_served()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ppcads-attack-");
        string connectionString = $"Data Source={Path.Combine(folder.FullName, "ppcads.db")};Default Timeout=1;Pooling=false";
        try
        {
            await using AttackHost host = await AttackHost.StartAsync(ppcAds => ppcAds.UseSqlite(connectionString));
            string account = await host.Api.ConnectAsync();
            string run = (await host.Api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];
            (string path, string cookie) = await host.LeaveAsync(account, "ada", "made-up");
            await using var other = new SqliteConnection(connectionString);
            await other.OpenAsync();
            await using SqliteCommand begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            await begin.ExecuteNonQueryAsync();

            // At once, since some wait for half a minute.
            await Task.WhenAll(AttackTargets.All.Select(async target =>
            {
                bool isCallback = target.Route.EndsWith("/callback", StringComparison.Ordinal);
                AttackAnswer answer = isCallback
                    ? await host.SendAsync(target, path, headers: ("Cookie", cookie))
                    : await host.SendAsync(target, target.PathOf(account, run));
                bool writes = (target.IsUnsafe && !IsRefusedBefore(target)) || isCallback;
                (answer.Status == 503).Should().Be(writes, $"{target}: {answer.Status} {answer.Text}");
            }));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Amazon refuses the credentials of the table before anything is written.</summary>
    private static bool IsRefusedBefore(AttackTarget target) => target.Name == "POST /accounts/{accountId}/credentials/";
}
