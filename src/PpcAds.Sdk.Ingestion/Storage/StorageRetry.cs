namespace PpcAds.Sdk.Storage;

/// <summary>Does a piece of work with the database again when it failed for a moment: an ended connection, a restart.</summary>
internal static class StorageRetry
{
    private const int Tries = 3;

    public static async Task<T> RunAsync<T>(Func<Task<T>> work, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Tries && StorageErrors.IsTransient(exception))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
