using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Tests.DependencyInjection;

/// <summary>A store whose first replacement fails, as a database does that is down for a moment.</summary>
internal sealed class FailingOnceTokenStore : ITokenStore
{
    private readonly InMemoryTokenStore _inner = new();
    private int _replacements;

    public Task<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        _inner.FindAsync(accountId, cancellationToken);

    public Task SaveAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default) =>
        _inner.SaveAsync(accountId, credentials, cancellationToken);

    public Task<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default) =>
        _replacements++ == 0
            ? throw new IOException("The database is down.")
            : _inner.TryReplaceAsync(accountId, current, replacement, cancellationToken);

    public Task<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        _inner.RemoveAsync(accountId, cancellationToken);
}
