using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>
/// What a user does with accounts, with the checks and the audit log of the endpoints: for pages of a host's own. Whether the
/// user may see the account is the caller's question (<see cref="PpcAdsAccountAccess"/>).
/// </summary>
public static class AccountActions
{
    /// <summary>Adds an account, which is synced once it has credentials.</summary>
    /// <param name="context">The request of the user.</param>
    /// <param name="name">The company's name.</param>
    /// <param name="contactEmail">The address of the person responsible; <see langword="null"/> for none.</param>
    /// <exception cref="PpcAdsProblemException">The name or the address is not valid.</exception>
    public static async Task<Account> AddAsync(HttpContext context, string? name, string? contactEmail)
    {
        ArgumentNullException.ThrowIfNull(context);
        AccountInput.Check(name ?? "", contactEmail);
        IAccountStore store = context.RequestServices.GetRequiredService<IAccountStore>();
        return await CompleteAsync(
            context, await store.AddAsync(name!.Trim(), contactEmail, context.RequestAborted).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    /// <summary>Changes an account. What is <see langword="null"/> stays.</summary>
    /// <param name="context">The request of the user.</param>
    /// <param name="account">The account.</param>
    /// <param name="name">The company's name.</param>
    /// <param name="contactEmail">The address of the person responsible.</param>
    /// <param name="isPaused">Whether it is to be paused, or active again.</param>
    /// <exception cref="PpcAdsProblemException">A value is not valid, or the account's status does not allow it.</exception>
    public static async Task<Account> ChangeAsync(
        HttpContext context, Account account, string? name = null, string? contactEmail = null, bool? isPaused = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        AccountInput.Check(name, contactEmail);
        if (account.Status == AccountStatus.Closed)
        {
            throw new PpcAdsProblemException(ProblemResult.Conflict("account_closed", "The account is closed."));
        }

        if (isPaused == false && account.Status == AccountStatus.NeedsConsent)
        {
            throw new PpcAdsProblemException(ProblemResult.Conflict(
                "needs_consent", "The account has no working credentials.", "Store credentials; that makes it active."));
        }

        IAccountStore store = context.RequestServices.GetRequiredService<IAccountStore>();
        if (name is not null || contactEmail is not null)
        {
            await store.UpdateAsync(account.AccountId, name?.Trim(), contactEmail, context.RequestAborted).ConfigureAwait(false);
        }

        if (isPaused is { } paused)
        {
            await store.SetStatusAsync(
                account.AccountId, paused ? AccountStatus.Paused : AccountStatus.Active, context.RequestAborted)
                .ConfigureAwait(false);
        }

        (var logger, string user) = AuditLog.Of(context);
        AuditLog.AccountChanged(logger, user, account.AccountId);
        return await store.FindAsync(account.AccountId, context.RequestAborted).ConfigureAwait(false) ?? account;
    }

    /// <summary>Closes an account: its credentials are removed immediately, loaded data stays.</summary>
    /// <param name="context">The request of the user.</param>
    /// <param name="account">The account.</param>
    public static async Task CloseAsync(HttpContext context, Account account)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        await context.RequestServices.GetRequiredService<AccountManager>()
            .DeleteAsync(account.AccountId, context.RequestAborted).ConfigureAwait(false);
        (var logger, string user) = AuditLog.Of(context);
        AuditLog.AccountClosed(logger, user, account.AccountId);
    }

    /// <summary>Tries credentials at Amazon, and stores them only if they work. The account is active then.</summary>
    /// <param name="context">The request of the user.</param>
    /// <param name="account">The account.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The region that must have profiles; <see langword="null"/> to find it.</param>
    /// <param name="consentedAt">When the advertiser consented; <see langword="null"/> when that is not known.</param>
    /// <exception cref="PpcAdsProblemException">Amazon refuses them, or the account is closed.</exception>
    public static async Task<VerifiedCredentials> StoreCredentialsAsync(
        HttpContext context,
        Account account,
        LwaCredentials credentials,
        AmazonAdsRegion? region = null,
        DateTimeOffset? consentedAt = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(credentials);
        if (account.Status == AccountStatus.Closed)
        {
            throw Closed();
        }

        IServiceProvider services = context.RequestServices;
        (var logger, string user) = AuditLog.Of(context);
        try
        {
            VerifiedCredentials verified = await services.GetRequiredService<CredentialVerifier>()
                .VerifyAsync(credentials, region, context.RequestAborted).ConfigureAwait(false);
            if (!await services.GetRequiredService<AccountManager>().ReconnectAsync(
                account.AccountId, verified.Credentials, consentedAt, context.RequestAborted).ConfigureAwait(false))
            {
                throw Closed();
            }

            AuditLog.CredentialsStored(logger, user, credentials.ClientId, account.AccountId);
            return verified;
        }
        catch (Exception exception) when (CredentialRefusal.Of(exception) is { } refusal)
        {
            AuditLog.CredentialsRefused(logger, user, account.AccountId, refusal.Code);
            throw new PpcAdsProblemException(refusal);
        }
    }

    /// <summary>Makes a new account the user's.</summary>
    internal static async Task<Account> CompleteAsync(HttpContext context, Account account)
    {
        IAccountStore store = context.RequestServices.GetRequiredService<IAccountStore>();

        // The client may be gone; the account must not stay half added.
        try
        {
            await store.SetStatusAsync(
                account.AccountId, AccountStatus.NeedsConsent, CancellationToken.None).ConfigureAwait(false);
            if (context.RequestServices.GetService<IPpcAdsAccessPolicy>() is { } policy)
            {
                await policy.AccountAddedAsync(context.User, account, CancellationToken.None).ConfigureAwait(false);
                PpcAdsAccountAccess.Forget(context);
            }
        }
        catch
        {
            await store.SetStatusAsync(account.AccountId, AccountStatus.Closed, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        (var logger, string user) = AuditLog.Of(context);
        AuditLog.AccountAdded(logger, user, account.AccountId);
        return await store.FindAsync(account.AccountId, CancellationToken.None).ConfigureAwait(false) ?? account;
    }

    private static PpcAdsProblemException Closed() =>
        new(ProblemResult.Conflict("account_closed", "The account is closed."));
}
