using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Tests.DependencyInjection;

/// <summary>A store whose answer arrives after something else has happened.</summary>
internal sealed class SlowTokenStore : ITokenStore
{
    private readonly InMemoryTokenStore _store = new();
    private Func<Task>? _meanwhile;

    /// <summary>Reads, and does something between the read and the arrival of its answer.</summary>
    public Task<T> WhileReadingAsync<T>(Func<Task> meanwhile, Func<Task<T>> read)
    {
        _meanwhile = meanwhile;
        return read();
    }

    public async Task<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        LwaCredentials? credentials = await _store.FindAsync(accountId, cancellationToken);
        if (Interlocked.Exchange(ref _meanwhile, null) is { } meanwhile)
        {
            await meanwhile();
        }

        return credentials;
    }

    public Task SaveAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default) =>
        _store.SaveAsync(accountId, credentials, cancellationToken);

    public Task<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default) =>
        _store.TryReplaceAsync(accountId, current, replacement, cancellationToken);

    public Task<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        _store.RemoveAsync(accountId, cancellationToken);
}
