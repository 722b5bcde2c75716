using System.Diagnostics;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Ingestion.Telemetry;

/// <summary>The spans of runs, steps and report jobs.</summary>
internal static class IngestionSpans
{
    public static Activity? StartRun(string kind, AccountId? accountId) =>
        PpcAdsActivity.Source.StartActivity(PpcAdsTelemetry.IngestionRunSpan)?
            .SetTag(PpcAdsTelemetry.RunTag, kind)
            .SetTag(PpcAdsTelemetry.AccountIdTag, accountId?.ToString());

    public static Activity? StartStep(AccountId accountId, ProfileId? profileId, string step) =>
        PpcAdsActivity.Source.StartActivity(PpcAdsTelemetry.IngestionStepSpan)?
            .SetTag(PpcAdsTelemetry.StepTag, step)
            .SetTag(PpcAdsTelemetry.AccountIdTag, accountId.ToString())
            .SetTag(PpcAdsTelemetry.ProfileIdTag, profileId?.ToString());

    /// <summary>Runs a step of a report job in a span.</summary>
    public static async Task<T> RunAsync<T>(string name, ReportJob job, Func<Task<T>> body)
    {
        using Activity? span = PpcAdsActivity.Source.StartActivity(name)?
            .SetTag(PpcAdsTelemetry.JobIdTag, job.JobId)
            .SetTag(PpcAdsTelemetry.DatasetTag, job.Dataset)
            .SetTag(PpcAdsTelemetry.ReportIdTag, job.ReportId)
            .SetTag(PpcAdsTelemetry.AccountIdTag, job.AccountId.ToString())
            .SetTag(PpcAdsTelemetry.ProfileIdTag, job.ProfileId.ToString());
        return await PpcAdsActivity.RunAsync(span, body).ConfigureAwait(false);
    }

    public static void End(Activity? span, StepResult result)
    {
        span?.SetTag(PpcAdsTelemetry.OutcomeTag, IngestionMetrics.NameOf(result.Outcome));
        if (result.Outcome == StepOutcome.Failed)
        {
            PpcAdsActivity.RecordFailure(span, result.Exception);
        }
    }
}
