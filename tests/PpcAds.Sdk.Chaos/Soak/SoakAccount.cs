using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>An account with its advertiser's grant, and what must be stored of it.</summary>
internal sealed class SoakAccount(string name, SimulatorGrant grant, IEnumerable<long> profileIds)
{
    public string Name => name;

    public AccountId Id { get; set; }

    public SimulatorGrant Grant => grant;

    /// <summary>The profiles that the grant sees now.</summary>
    public HashSet<long> Visible { get; } = [.. profileIds];

    /// <summary>The profiles that it ever saw while the account was synced.</summary>
    public HashSet<long> Ever { get; } = [];

    /// <summary>What the lists of each profile held before and after it was last synced.</summary>
    public Dictionary<long, (SoakLists Before, SoakLists After)> Lists { get; } = [];
}
