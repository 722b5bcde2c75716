using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk;

/// <summary>Credentials that Amazon takes.</summary>
/// <param name="Credentials">The credentials to store: the refresh token may be newer than the one that was verified.</param>
/// <param name="Profiles">The profiles that they can read, each with its region.</param>
public sealed record VerifiedCredentials(LwaCredentials Credentials, IReadOnlyList<Profile> Profiles)
{
    /// <summary>The regions that have profiles.</summary>
    public IReadOnlyList<AmazonAdsRegion> Regions => [.. Profiles.Select(profile => profile.Region).Distinct().Order()];

    /// <summary>The client id; the secrets are left out.</summary>
    public override string ToString() => Credentials.ToString();
}
