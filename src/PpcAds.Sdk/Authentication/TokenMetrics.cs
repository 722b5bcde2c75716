using System.Diagnostics;
using System.Diagnostics.Metrics;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Authentication;

/// <summary>The instruments of token refreshes.</summary>
internal sealed class TokenMetrics(Meter meter)
{
    private readonly Counter<long> _refreshes = meter.CreateCounter<long>(
        PpcAdsTelemetry.TokenRefreshesMetric, "{refresh}", "Refreshes of access tokens.");

    /// <summary>Refreshes a token in a span, and counts the outcome.</summary>
    public async Task<AccessToken> RefreshAsync(Func<Task<AccessToken>> refresh)
    {
        using Activity? span = PpcAdsActivity.Source.StartActivity(PpcAdsTelemetry.TokenRefreshSpan);
        string outcome = "failed";
        try
        {
            AccessToken token = await PpcAdsActivity.RunAsync(span, refresh).ConfigureAwait(false);
            outcome = "done";
            return token;
        }
        catch (AmazonAdsAuthenticationException exception) when (!exception.IsTransient)
        {
            outcome = "refused";
            throw;
        }
        finally
        {
            span?.SetTag(PpcAdsTelemetry.OutcomeTag, outcome);
            _refreshes.Add(1, new KeyValuePair<string, object?>(PpcAdsTelemetry.OutcomeTag, outcome));
        }
    }
}
