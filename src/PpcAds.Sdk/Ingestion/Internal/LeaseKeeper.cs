using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Prolongs a job's lease while it is worked on; when it is lost, the work is cancelled.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _lost;
    private readonly Task _loop;

    public LeaseKeeper(IReportJobStore jobs, ReportJob job, TimeSpan lease, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _loop = KeepAsync(jobs, job, lease, timeProvider, logger);
    }

    /// <summary>Cancelled when the lease is lost, or the caller wants no more.</summary>
    public CancellationToken Token => _lost.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
        _lost.Dispose();
    }

    private async Task KeepAsync(IReportJobStore jobs, ReportJob job, TimeSpan lease, TimeProvider timeProvider, ILogger logger)
    {
        TimeSpan delay = lease / 3;
        try
        {
            do
            {
                await Task.Delay(delay, timeProvider, _stop.Token).ConfigureAwait(false);
                try
                {
                    IsLost = !await jobs.RenewAsync(job, lease, _stop.Token).ConfigureAwait(false);
                    delay = lease / 3;
                }
                catch (Exception exception) when (!_stop.IsCancellationRequested)
                {
                    // Tried sooner, and for as long as the work goes on, even beyond the lease: nobody may have taken it, a long commit
                    // of our own locks the row, and every write depends on the epoch. Only an answer tells that the lease is lost.
                    IngestionLog.RenewalFailed(logger, job.JobId, exception);
                    delay = lease / 12;
                }
            }
            while (!IsLost);
            await _lost.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The work was over while the store was being asked.
        }
    }
}
