using System.Data.Common;

namespace PpcAds.Sdk.Storage;

/// <summary>
/// What a database's exception means. Libraries wrap it: EF Core says no more than "likely due to a transient failure".
/// </summary>
/// <param name="faults">Knows the codes of the database.</param>
internal sealed class StorageErrors(StorageFaults faults)
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
    public bool IsTransient(Exception exception) => Find(exception) is { } failure && faults.IsTransient(failure);

    /// <summary>Runs a call; errors of the database become <see cref="PpcAdsStorageException"/>.</summary>
    public async Task<T> WrapAsync<T>(string call, Func<Task<T>> body)
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
    public PpcAdsStorageException? Wrap(string call, Exception exception) =>
        exception is OperationCanceledException or PpcAdsStorageException || Find(exception) is null
            ? null
            : new PpcAdsStorageException(
                $"PpcAds: \"{call}\" was broken off. {Describe(exception)} What was done stays; once the cause is gone, the "
                + "same call goes on from there.",
                IsTransient(exception),
                exception);

    /// <summary>Describes in a sentence why a step failed.</summary>
    public string Describe(Exception exception)
    {
        if (Find(exception) is not { } failure)
        {
            return exception.Message;
        }

        string details = failure.Message.ReplaceLineEndings(" ").Trim();
        return $"{faults.Describe(failure)}: {details}{(details.EndsWith('.') ? "" : ".")}";
    }
}
