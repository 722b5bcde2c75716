namespace PpcAds.Sdk.Authentication;

/// <summary>
/// Keeps the credentials of each connected account. Implementations must be safe for concurrent use and must not write
/// secrets in clear text to anything that outlives the process: see <see cref="ISecretProtector"/>.
/// </summary>
public interface ITokenStore
{
    /// <summary>The account's credentials, or <see langword="null"/> when it has none.</summary>
    Task<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>Stores the account's credentials, in place of any that it had.</summary>
    Task SaveAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces <paramref name="current"/> with a rotated refresh token, unless the account has been connected again in the
    /// meantime.
    /// </summary>
    /// <returns>Whether <paramref name="current"/> was still stored, and so replaced.</returns>
    Task<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default);

    /// <summary>Removes the account's credentials.</summary>
    /// <returns>Whether it had any.</returns>
    Task<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default);
}
