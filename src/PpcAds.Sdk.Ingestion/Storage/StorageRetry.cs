namespace PpcAds.Sdk.Storage;

/// <summary>Does a piece of work with the database again when it failed for a moment: an ended connection, a restart.</summary>
internal sealed class StorageRetry(StorageErrors errors, TimeProvider timeProvider)
{
    private const int Tries = 3;

    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Tries && errors.IsTransient(exception))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
