namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>Keeps an account from being purged while something of it is written.</summary>
internal static class HeldAccount
{
    /// <summary>
    /// Holds the account until the transaction ends; a purge that is under way is waited for. Its row may still be updated.
    /// </summary>
    /// <returns>Whether there is such an account.</returns>
    public static async Task<bool> TryHoldAsync(
        SqlSession session, TableNames names, AccountId accountId, CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync(
            session.Command(
                $"""
                SELECT 1
                FROM {names.Accounts} a
                WHERE a.account_id = @account{session.Dialect.KeyShareLock}
                """,
                ("@account", accountId.Value)),
            _ => 1,
            cancellationToken).ConfigureAwait(false)).Count > 0;
}
