using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Simulator.Hosting;

/// <summary>What a host needs of its simulator.</summary>
public static class AmazonAdsSimulatorExtensions
{
    /// <summary>Returns the credentials that the simulator accepts.</summary>
    /// <param name="simulator">The simulator.</param>
    public static LwaCredentials GetCredentials(this AmazonAdsSimulator simulator)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        return new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken);
    }
}
