using System.Data.Common;

namespace PpcAds.Sdk.Storage;

/// <summary>What a database's exception means. Libraries wrap it: EF Core says no more than "likely due to a transient failure".</summary>
internal static class StorageErrors
{
    /// <summary>The database's own exception, if that is what it comes from.</summary>
    public static DbException? Find(Exception? exception)
    {
        while (exception is not (null or DbException))
        {
            exception = exception.InnerException;
        }

        return exception as DbException;
    }

    /// <summary>Whether the same may succeed in a moment.</summary>
    public static bool IsTransient(Exception exception) =>
        Find(exception) is { } failure
        && (failure.IsTransient || IsBusy(failure) || failure.SqlState is "57P01" or "57P02" or "57P03"
            || failure.SqlState?.StartsWith("08", StringComparison.Ordinal) == true);

    /// <summary>
    /// SQLite, result codes: 5 (SQLITE_BUSY) and 6 (SQLITE_LOCKED) are another's turn to write. Microsoft.Data.Sqlite has them
    /// in its own type and in the message only: neither SqlState nor IsTransient is set.
    /// </summary>
    private static bool IsBusy(DbException failure) =>
        failure.SqlState is null && (failure.Message.StartsWith("SQLite Error 5:", StringComparison.Ordinal)
            || failure.Message.StartsWith("SQLite Error 6:", StringComparison.Ordinal));

    /// <summary>Runs a call; errors of the database become <see cref="PpcAdsStorageException"/>.</summary>
    public static async Task<T> WrapAsync<T>(string call, Func<Task<T>> body)
    {
        try
        {
            return await body().ConfigureAwait(false);
        }
        catch (Exception exception) when (Wrap(call, exception) is not null)
        {
            throw Wrap(call, exception)!;
        }
    }

    /// <summary>
    /// Returns the exception that reports an error of the database to a caller; <see langword="null"/> if it is no such error.
    /// </summary>
    public static PpcAdsStorageException? Wrap(string call, Exception exception) =>
        exception is OperationCanceledException or PpcAdsStorageException || Find(exception) is null
            ? null
            : new PpcAdsStorageException(
                $"PpcAds: \"{call}\" was broken off. {Describe(exception)} What was done stays; once the cause is gone, the same call goes on from there.",
                IsTransient(exception),
                exception);

    /// <summary>Describes in a sentence why a step failed.</summary>
    public static string Describe(Exception exception)
    {
        if (Find(exception) is not { } failure)
        {
            return exception.Message;
        }

        // SQLSTATE classes of the SQL standard and of PostgreSQL's appendix A.
        string what = failure.SqlState switch
        {
            "53100" => "The database has no space left",
            "57P01" or "57P02" => "The database ended the connection",
            "57P03" => "The database is starting up or shutting down",
            "55P03" => "Another session holds a lock in the database",
            { } state when state.StartsWith("08", StringComparison.Ordinal) => "The connection to the database was lost",
            { } state when state.StartsWith("23", StringComparison.Ordinal) => "The database refused a row by a constraint",
            { } state when state.StartsWith("28", StringComparison.Ordinal) => "The database refused the user",
            { } state when state.StartsWith("40", StringComparison.Ordinal) => "The database undid the transaction in favour of another",
            { } state when state.StartsWith("42501", StringComparison.Ordinal) => "The database's user lacks a right",
            null when IsBusy(failure) => "Another process writes to the database",
            null when failure.IsTransient => "The database cannot be reached, or does not answer",
            _ => "The database failed",
        };
        string details = failure.Message.ReplaceLineEndings(" ").Trim();
        return $"{what}: {details}{(details.EndsWith('.') ? "" : ".")}";
    }
}
