using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>
/// The stored accounts and profiles that calls name; one that is not known is a <see cref="PpcAdsValidationException"/>.
/// </summary>
internal sealed class StoredAccounts(IAccountStore accounts, StoredProfiles profiles, StorageErrors errors)
{
    public async Task<Account> GetAsync(AccountId accountId, CancellationToken cancellationToken) =>
        await errors.WrapAsync(
            "find the account", () => accounts.FindAsync(accountId, cancellationToken)).ConfigureAwait(false)
        ?? throw new PpcAdsValidationException(
            "The account", [new InputProblem(nameof(accountId), accountId.ToString(), "is not known.")]);

    public async Task<ProfileRecord> GetProfileAsync(
        AccountId accountId, ProfileId profileId, CancellationToken cancellationToken) =>
        (await errors.WrapAsync("find the profile", () => profiles.ReadAsync(accountId, cancellationToken)).ConfigureAwait(false))
            .FirstOrDefault(profile => profile.ProfileId == profileId)
        ?? throw new PpcAdsValidationException("The profile", [
            new InputProblem(nameof(profileId), profileId.ToString(), "is not stored for the account; sync its profiles first."),
        ]);
}
