using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Storage;

/// <summary>
/// Whether the store of the host was prepared. A host that has <see cref="PpcAdsOptions.ContinueWithoutStore"/> set starts
/// before it is, if the database cannot be reached, and prepares it later.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public sealed partial class StoreReadiness : IDisposable
{
    private readonly bool _continuesWithout;
    private readonly StorageErrors _errors;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private Task _retries = Task.CompletedTask;

    internal StoreReadiness(bool continuesWithout, StorageErrors errors, TimeProvider timeProvider, ILogger logger)
    {
        _continuesWithout = continuesWithout;
        _errors = errors;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>Gets how long after a failure the store is tried again.</summary>
    public static TimeSpan RetryDelay { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets since when the host runs without its store; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? MissingSince { get; private set; }

    /// <summary>Prepares the store when the host starts.</summary>
    /// <param name="prepareAsync">Creates and checks the tables.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public async Task StartAsync(Func<CancellationToken, Task> prepareAsync, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prepareAsync);
        try
        {
            await prepareAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (_continuesWithout && IsOutage(exception))
        {
            MissingSince = _timeProvider.GetUtcNow();
            StartedWithout(_logger, RetryDelay, exception);
            _retries = RetryAsync(prepareAsync);
        }
    }

    /// <summary>Ends the attempts, before the host stops.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _retries.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private bool IsOutage(Exception exception) =>
        exception is PpcAdsStorageException { IsTransient: true } || _errors.IsTransient(exception);

    private async Task RetryAsync(Func<CancellationToken, Task> prepareAsync)
    {
        while (MissingSince is not null)
        {
            try
            {
                await Task.Delay(RetryDelay, _timeProvider, _stop.Token).ConfigureAwait(false);
                await prepareAsync(_stop.Token).ConfigureAwait(false);
                MissingSince = null;
                Prepared(_logger);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                StillMissing(_logger, RetryDelay, exception);
            }
        }
    }

    [LoggerMessage(1710, LogLevel.Error, "The host starts without its store, which is tried again in {Delay}")]
    private static partial void StartedWithout(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1711, LogLevel.Warning, "The store cannot be prepared yet; it is tried again in {Delay}")]
    private static partial void StillMissing(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1712, LogLevel.Information, "The store is prepared")]
    private static partial void Prepared(ILogger logger);
}
