using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Model;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational;

/// <summary>
/// Turns of those who write the same: each updates a row first, for which every relational database lets one wait for the other.
/// </summary>
internal sealed class Turns(Transactions transactions)
{
    private const int Tries = 3;

    /// <summary>Runs work alone on a profile of an account that exists.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">The profile; <see langword="null"/> for what an account has but once.</param>
    /// <param name="body">The work; it cannot be done again.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <exception cref="LeaseLostException">The account was purged.</exception>
    public async Task<T> RunAsync<T>(
        AccountId accountId,
        ProfileId? profileId,
        Func<DbContext, CancellationToken, Task<T>> body,
        CancellationToken cancellationToken)
    {
        string name = $"{Prefix(accountId)}{profileId?.Value}";
        for (int attempt = 1; attempt <= Tries; attempt++)
        {
            (bool isTaken, T? result) = await transactions.RunOnceAsync<(bool, T?)>(
                async (context, token) => await TryTakeAsync(context, name, token).ConfigureAwait(false)
                    ? (true, await body(context, token).ConfigureAwait(false))
                    : (false, default),
                cancellationToken).ConfigureAwait(false);
            if (isTaken)
            {
                return result!;
            }

            // A purge holds the account while it deletes these rows, and then there is no account.
            if (!await transactions.UpsertAsync(
                async (context, token) => await TryHoldAsync(context, accountId, token).ConfigureAwait(false)
                    && await AddAsync(context, name, token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false))
            {
                break;
            }
        }

        throw new LeaseLostException($"Account {accountId} was purged in the meantime; nothing more of it is stored.");
    }

    /// <summary>Runs work alone that belongs to no account.</summary>
    /// <param name="name">What it writes.</param>
    /// <param name="body">The work.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public Task<T> RunAsync<T>(
        string name, Func<DbContext, CancellationToken, Task<T>> body, CancellationToken cancellationToken) =>
        transactions.UpsertAsync(
            async (context, token) =>
            {
                if (!await TryTakeAsync(context, name, token).ConfigureAwait(false))
                {
                    await AddAsync(context, name, token).ConfigureAwait(false);
                }

                return await body(context, token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>
    /// Holds an account until the transaction ends: others who hold it wait, and so does its purge.
    /// </summary>
    /// <returns>Whether there is such an account.</returns>
    public static async Task<bool> TryHoldAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken) =>
        await context.Set<PpcAccount>().Where(account => account.AccountId == accountId.Value)
            .ExecuteUpdateAsync(account => account.SetProperty(row => row.Name, row => row.Name), cancellationToken)
            .ConfigureAwait(false) > 0;

    /// <summary>Deletes the turns of an account, and so waits for all who have one.</summary>
    public static Task DeleteAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken)
    {
        string prefix = Prefix(accountId);
        return context.Set<PpcTurn>().Where(turn => turn.Name.StartsWith(prefix)).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Prefix(AccountId accountId) => $"account/{accountId}/";

    private static async Task<bool> TryTakeAsync(DbContext context, string name, CancellationToken cancellationToken) =>
        await context.Set<PpcTurn>().Where(turn => turn.Name == name)
            .ExecuteUpdateAsync(turn => turn.SetProperty(row => row.Taken, row => row.Taken + 1), cancellationToken)
            .ConfigureAwait(false) > 0;

    private static async Task<bool> AddAsync(DbContext context, string name, CancellationToken cancellationToken)
    {
        if (!await context.Set<PpcTurn>().AnyAsync(turn => turn.Name == name, cancellationToken).ConfigureAwait(false))
        {
            context.Add(new PpcTurn { Name = name });
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
