using System.Diagnostics;
using System.Text.Json;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>The simulator, or what stands for it, started and ended.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, SimulatorAddress address)
    {
        _process = process;
        Address = address;
    }

    public SimulatorAddress Address { get; }

    public int ProcessId => _process.Id;

    public static Task<SimulatorProcess> StartAsync(SimulatorSettings settings, CancellationToken cancellationToken)
    {
        string input = JsonSerializer.Serialize(settings, SyncJsonContext.Default.SimulatorSettings);
        return StartAsync(SimulatorCommand.Role, input, cancellationToken);
    }

    public static async Task<SimulatorProcess> StartAsync(string role, string input, CancellationToken cancellationToken)
    {
        Process process = ChildProcess.Start(role, input);
        string line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The simulator did not start; what it said is above.");
        return new SimulatorProcess(process, JsonSerializer.Deserialize(line, SyncJsonContext.Default.SimulatorAddress)!);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
