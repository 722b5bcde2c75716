using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.Ingestion.Runs;

/// <summary>The status of accounts whose grant Amazon refuses.</summary>
internal sealed class ConsentStatus(IAccountStore accounts, IAmazonAdsClientFactory clients)
{
    /// <summary>Sets the status of an account whose grant Amazon refused in this run.</summary>
    public async Task UpdateAsync(AccountId accountId, SyncContext run, CancellationToken cancellationToken)
    {
        if (run.Failures.NeedsConsent(accountId))
        {
            await accounts.SetStatusAsync(accountId, AccountStatus.NeedsConsent, cancellationToken).ConfigureAwait(false);
            if (await IsConnectedAgainAsync(accountId, run, cancellationToken).ConfigureAwait(false))
            {
                await accounts.SetStatusAsync(accountId, AccountStatus.Active, cancellationToken).ConfigureAwait(false);
            }

            run.Failures.ConsentNoted(accountId);
        }
    }

    /// <summary>
    /// Whether the refused credentials are no longer the stored ones. Asked after the status was set: whoever connects an
    /// account stores the credentials first and the status then, so either they are found here, or the account becomes active
    /// after this.
    /// </summary>
    private async Task<bool> IsConnectedAgainAsync(AccountId accountId, SyncContext run, CancellationToken cancellationToken)
    {
        if (run.Failures.ClientOf(accountId) is not { } refused)
        {
            return false;
        }

        try
        {
            AmazonAdsClient stored = await clients.CreateAsync(accountId, cancellationToken).ConfigureAwait(false);
            return !refused.HasCredentialsOf(stored);
        }
        catch (PpcAdsValidationException)
        {
            // The credentials are gone: the account was deleted, or they cannot be read.
            return false;
        }
    }
}
