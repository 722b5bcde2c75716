using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Throttling;

/// <summary>Hosts that start one after another on one database, and what the second knows of the rates of the first.</summary>
public abstract class RestartContract : IAsyncLifetime
{
    // Before the first 429 ten seconds' worth of calls goes at once: more than these.
    private const int Calls = 50;

    private static readonly RateScope Scope = new("7", AmazonAdsRegion.Europe, OperationClass.Lists, null);

    private readonly SteppingTimeProvider _time = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-rates-");
    private SecretDatabase _database = null!;

    public async Task InitializeAsync() => _database = await OpenAsync();

    public async Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_restarted_host_keeps_the_pause_and_starts_at_the_learnt_rate()
    {
        await LearnAsync();
        _time.Advance(TimeSpan.FromSeconds(10));

        using IHost host = await StartAsync();
        var governor = host.Services.GetRequiredService<IRateGovernor>();
        (await governor.AcquireAsync(Scope with { OperationClass = OperationClass.Downloads })).Dispose();
        Task<IRatePermit>[] calls = Ask(governor);
        calls.Should().OnlyContain(call => !call.IsCompleted, "Amazon asked for 90 seconds");
        _time.Advance(TimeSpan.FromSeconds(81));
        await Task.WhenAny(calls).WaitAsync(TimeSpan.FromSeconds(30));

        (await host.Services.GetRequiredService<IRateStore>().LoadAsync()).Should().ContainSingle().Which.CallsPerSecond.Should().BeInRange(1, 9.9);
        calls.Count(call => call.IsCompleted).Should().BeInRange(1, Calls - 1, "a rate that was forgotten would have let all go");
        await host.StopAsync();
    }

    [SkippableFact]
    public async Task A_state_file_goes_before_the_database()
    {
        await LearnAsync();

        using IHost host = await StartAsync(Path.Combine(_folder.FullName, "rates.json"));

        await Task.WhenAll(Ask(host.Services.GetRequiredService<IRateGovernor>())).WaitAsync(TimeSpan.FromSeconds(30));
        await host.StopAsync();
    }

    protected abstract Task<SecretDatabase> OpenAsync();

    private async Task LearnAsync()
    {
        using IHost host = await StartAsync();
        var governor = host.Services.GetRequiredService<IRateGovernor>();
        using (IRatePermit permit = await governor.AcquireAsync(Scope))
        {
            permit.Complete(AttemptResult.Throttled, TimeSpan.FromSeconds(90));
        }

        await host.StopAsync();
    }

    private static Task<IRatePermit>[] Ask(IRateGovernor governor) =>
        [.. Enumerable.Range(0, Calls).Select(_ => governor.AcquireAsync(Scope).AsTask())];

    private async Task<IHost> StartAsync(string? stateFile = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_time);
        IPpcAdsBuilder sdk = builder.Services.AddScannedPpcAds(options =>
        {
            options.Client.MaxConcurrentCallsPerAccount = 1000;
            options.Client.Throttling.StateFile = stateFile;
        });
        _database.Use(sdk);
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
