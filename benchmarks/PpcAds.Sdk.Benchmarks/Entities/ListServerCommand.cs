using System.Text.Json;
using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>The lists as a separate process, whose memory and processor time are not the sync's.</summary>
internal static class ListServerCommand
{
    public const string Role = "lists";

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using ListServer server = await ListServer.StartAsync(cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(server.Address, SyncJsonContext.Default.SimulatorAddress));
        await Console.In.ReadToEndAsync(cancellationToken);
        return 0;
    }
}
