using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Profiles;

/// <summary>Amazon Ads profiles v2: <c>GET /v2/profiles</c>, one bare array per region, not paged.</summary>
/// <param name="pipeline">Sends the calls.</param>
/// <param name="drift">
/// Where differences from the documented shapes are noted, to be read leniently; <see langword="null"/> to refuse them.
/// </param>
internal sealed class ProfileLister(AdsPipeline pipeline, SchemaDrift? drift = null)
{
    private static readonly AdsOperation ListProfiles =
        new("profiles.list", HttpMethod.Get, OperationClass.Lists, null, "application/json");

    public async Task<IReadOnlyList<Profile>> ListAsync(
        AmazonAdsRegion region, ProfileFilter filter, CancellationToken cancellationToken)
    {
        AdsResponse response = await pipeline
            .SendAsync(new AdsRequest(ListProfiles, region, $"v2/profiles?{Query(filter)}"), cancellationToken)
            .ConfigureAwait(false);
        ListItems<Profile> profiles = ListEnvelope.ReadArray(
            response, ListProfiles.Name, ProfilesJsonContext.Default.IReadOnlyListProfile, drift);
        foreach (Profile _ in profiles.Entities.Where(profile => profile.ProfileId == default))
        {
            drift?.Add(new DriftNote(ListProfiles.Name, DriftKind.WithoutId, "$"));
        }

        return
        [
            .. profiles.Entities.Where(profile => profile.ProfileId != default)
                .Select(profile => profile with { Region = region }),
        ];
    }

    private static string Query(ProfileFilter filter)
    {
        // Spelled out, since the default access level hides profiles that were shared for viewing.
        string query = $"apiProgram=campaign&accessLevel={(filter.Access == ProfileAccess.Edit ? "edit" : "view")}";
        if (filter.Types is { Count: > 0 } types)
        {
            query += $"&profileTypeFilter={Uri.EscapeDataString(string.Join(',', types.Select(type => type.Value)))}";
        }

        return filter.ValidPaymentMethod is { } valid ? $"{query}&validPaymentMethodFilter={(valid ? "true" : "false")}" : query;
    }
}
