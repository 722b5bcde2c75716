using System.Collections.Concurrent;

namespace PpcAds.Sdk.Authentication;

/// <summary>Credentials in this process's memory, gone when it ends: for tests, scripts and first steps.</summary>
public sealed class InMemoryTokenStore : ITokenStore
{
    private readonly ConcurrentDictionary<AccountId, LwaCredentials> _credentials = new();

    /// <inheritdoc/>
    public Task<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_credentials.GetValueOrDefault(accountId));

    /// <inheritdoc/>
    public Task SaveAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        _credentials[accountId] = credentials;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default) =>
        Task.FromResult(_credentials.TryUpdate(accountId, replacement, current));

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_credentials.TryRemove(accountId, out _));
}
