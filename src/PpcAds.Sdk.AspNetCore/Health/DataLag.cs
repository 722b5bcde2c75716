namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>How far the data is behind, as of one check.</summary>
/// <param name="Days">The days of the profile that is behind most.</param>
/// <param name="Profiles">How many profiles were checked.</param>
/// <param name="ProfilesBehind">How many of them are behind by more than the options allow.</param>
/// <param name="AccountsBehind">The accounts of those.</param>
internal sealed record DataLag(int Days, int Profiles, int ProfilesBehind, IReadOnlyList<string> AccountsBehind);
