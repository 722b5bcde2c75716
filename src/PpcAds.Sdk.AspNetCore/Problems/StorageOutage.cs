using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>
/// Distinguishes a database that cannot be used now from a statement that it refuses. Libraries wrap the provider's exception.
/// </summary>
internal static class StorageOutage
{
    /// <summary>After how long a client is to try again.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsCauseOf(Exception exception, IServiceProvider services)
    {
        StorageFaults faults = services.GetService<StorageFaults>() ?? new StorageFaults();
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PpcAdsStorageException { IsTransient: true }
                || (cause is DbException failure && faults.IsTransient(failure)))
            {
                return true;
            }
        }

        return false;
    }
}
