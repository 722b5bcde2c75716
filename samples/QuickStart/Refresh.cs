using PpcAds.Sdk;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using QuickStart.Loaded;

namespace QuickStart;

/// <summary>Requests every loaded day again.</summary>
internal static class Refresh
{
    public static async Task<List<StepResult>> RequestAsync(
        IngestionOrchestrator orchestrator,
        AccountId accountId,
        Ledger before,
        TimeProvider time,
        IProgress<IngestionProgress> progress,
        CancellationToken cancellationToken)
    {
        var steps = new List<StepResult>();
        foreach (var scope in before.Days.GroupBy(day => (day.ProfileId, day.Dataset, day.TimeZone)))
        {
            // What Amazon no longer has cannot be requested.
            DateOnly today = DateOnly.FromDateTime(
                TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(scope.Key.TimeZone)).DateTime);
            DateOnly edge = today.AddDays(-Datasets.Get(scope.Key.Dataset).ReportType.RetentionDays);
            DateOnly[] days = [.. scope.Select(day => day.Date).Where(date => date >= edge && date < today)];
            if (days.Length > 0)
            {
                steps.AddRange((await orchestrator.RequestReportsAsync(
                    accountId, new ProfileId(scope.Key.ProfileId), [scope.Key.Dataset], days.Min(), days.Max(), progress, cancellationToken)).Steps);
            }
        }

        return steps;
    }
}
