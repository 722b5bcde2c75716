using System.Collections.Concurrent;

namespace PpcAds.Sdk.Authentication;

/// <summary>Credentials in this process's memory, gone when it ends: for tests, scripts and first steps.</summary>
public sealed class InMemoryTokenStore : ITokenStore
{
    private readonly ConcurrentDictionary<AccountId, LwaCredentials> _credentials = new();

    /// <inheritdoc/>
    public ValueTask<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_credentials.GetValueOrDefault(accountId));

    /// <inheritdoc/>
    public ValueTask SaveAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        _credentials[accountId] = credentials;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_credentials.TryUpdate(accountId, replacement, current));

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_credentials.TryRemove(accountId, out _));
}
