using PpcAds.Sdk.Throttling;

using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// Takes permits from the rate governor. A pause that lasts longer than the call may is not waited for: the call fails at once, and says until
/// when, rather than as a time-out whose cause nobody sees.
/// </summary>
internal sealed class AdmissionControl(IRateGovernor governor, AmazonAdsClientOptions options, TimeProvider timeProvider)
{
    /// <param name="call">The call.</param>
    /// <param name="scope">What the attempt counts against.</param>
    /// <param name="start">The timestamp at which the call began.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<Admission> AcquireAsync(CallContext call, RateScope scope, long start, CancellationToken cancellationToken)
    {
        if (governor.GetPause(scope) is { } pause && timeProvider.GetElapsedTime(start) + pause >= call.LongestOf(options))
        {
            return Refuse(call, pause);
        }

        try
        {
            return new Admission(await governor.AcquireAsync(scope, cancellationToken).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (governor.GetPause(scope) is not null)
        {
            // The pause began while this call waited. A caller that cancelled itself is told so by the retry loop.
            return Refuse(call, governor.GetPause(scope) ?? TimeSpan.Zero);
        }
    }

    private Admission Refuse(CallContext call, TimeSpan pause) => new(null, call.Throttled(timeProvider.GetUtcNow() + pause, pause));
}
