using System.Text.Json;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>The simulator as a separate process: it prints its address, and ends when its input does.</summary>
internal static class SimulatorCommand
{
    public const string Role = "simulator";

    public static async Task<int> RunAsync(string input, CancellationToken cancellationToken)
    {
        SimulatorSettings settings = JsonSerializer.Deserialize(input, SyncJsonContext.Default.SimulatorSettings)!;
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions { Profiles = settings.Profiles, Campaigns = settings.Campaigns, Seed = settings.Seed }, cancellationToken);
        var address = new SimulatorAddress
        {
            NorthAmerica = simulator.GetEndpoint(SimulatorRegion.NA),
            Europe = simulator.GetEndpoint(SimulatorRegion.EU),
            FarEast = simulator.GetEndpoint(SimulatorRegion.FE),
            Token = simulator.TokenEndpoint,
            ClientId = simulator.ClientId,
            ClientSecret = simulator.ClientSecret,
            RefreshToken = simulator.RefreshToken,
            Now = simulator.Clock.GetUtcNow(),
        };
        Console.WriteLine(JsonSerializer.Serialize(address, SyncJsonContext.Default.SimulatorAddress));
        await Console.In.ReadToEndAsync(cancellationToken);
        return 0;
    }
}
