using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>Begins transactions of loads, of which some databases let only one write at a time.</summary>
internal static class LoadLock
{
    /// <summary>Begins the transaction.</summary>
    /// <exception cref="LoadLockedException">Another writer goes on for longer than the connection waits.</exception>
    public static async Task BeginAsync(SqlSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (session.Dialect.IsLockTimeout(exception))
        {
            throw new LoadLockedException(
                "Another process or thread writes to the database; this load is made again later.", exception);
        }
    }
}
