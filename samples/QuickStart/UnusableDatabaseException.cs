using System.Data.Common;
using QuickStart.Store;

namespace QuickStart;

/// <summary>The database cannot be used. The message says why, and what to do.</summary>
internal sealed class UnusableDatabaseException(IStore store, string why, Exception? innerException = null)
    : Exception($"{store.Argument} '{store.Name}' cannot be used: {why}", innerException)
{
    /// <summary>What the database or the SDK said of it.</summary>
    public static UnusableDatabaseException Of(IStore store, Exception exception)
    {
        Exception cause = exception;
        while (cause is not DbException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        return new UnusableDatabaseException(store,
            $"{cause.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}. {store.Remedy}", exception);
    }
}
