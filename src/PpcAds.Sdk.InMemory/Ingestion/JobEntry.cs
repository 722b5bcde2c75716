using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.InMemory.Ingestion;

/// <summary>A job with its lease.</summary>
internal sealed class JobEntry(ReportJob job)
{
    public ReportJob Job { get; set; } = job;

    public DateTimeOffset? LeaseUntil { get; set; }
}
