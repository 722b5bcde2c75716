using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Tests.Accounts;

/// <summary>A token store that lets a test in before and after changes, and whose replacements can fail.</summary>
internal sealed class HookedTokenStore(ITokenStore inner) : ITokenStore
{
    public Func<Task> BeforeSave { get; set; } = () => Task.CompletedTask;

    public Func<Task> AfterChange { get; set; } = () => Task.CompletedTask;

    /// <summary>How many of the next replacements fail.</summary>
    public int Failures { get; set; }

    /// <summary>The outcomes of the replacements so far.</summary>
    public List<bool> Replacements { get; } = [];

    public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        inner.FindAsync(accountId, cancellationToken);

    public async Task SaveAsync(
        AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        await BeforeSave();
        await inner.SaveAsync(accountId, credentials, cancellationToken);
        await AfterChange();
    }

    public async Task<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default)
    {
        bool fails = Failures-- > 0;
        Replacements.Add(!fails);
        if (fails)
        {
            throw new InvalidOperationException("The store is down.");
        }

        bool isReplaced = await inner.TryReplaceAsync(accountId, current, replacement, cancellationToken);
        Replaced.TrySetResult();
        return isReplaced;
    }

    public async Task<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        bool isRemoved = await inner.RemoveAsync(accountId, cancellationToken);
        await AfterChange();
        return isRemoved;
    }
}
