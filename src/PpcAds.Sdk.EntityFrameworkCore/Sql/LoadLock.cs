using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>
/// Distinguishes a load that did not get a lock from one that failed, whichever of its statements waited for it.
/// </summary>
internal static class LoadLock
{
    /// <summary>Does a part of the load.</summary>
    /// <exception cref="LoadLockedException">A lock was not free for longer than the database waits.</exception>
    public static async Task<T> RunAsync<T>(PpcAdsSqlDialect dialect, LoadScope scope, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (DbException exception) when (dialect.IsLockTimeout(exception))
        {
            throw new LoadLockedException(
                $"The load of {scope.Dataset} of profile {scope.ProfileId} of account {scope.AccountId} could not have a "
                + "lock: another load or writer is under way. It is made again later.",
                exception);
        }
    }
}
