namespace PpcAds.Sdk.Diagnostics;

/// <summary>
/// The names of all traces and metrics of the SDK. <c>docs/observability.md</c> describes units, tags and uses.
/// Metrics carry tags of few values only; ids are on spans only, and secrets are never recorded.
/// </summary>
public static class PpcAdsTelemetry
{
    /// <summary>The name of the activity source: <c>tracing.AddSource(PpcAdsTelemetry.SourceName)</c>.</summary>
    public const string SourceName = "PpcAds.Sdk";

    /// <summary>The name of the meter: <c>metrics.AddMeter(PpcAdsTelemetry.MeterName)</c>.</summary>
    public const string MeterName = "PpcAds.Sdk";

    /// <summary>Histogram, seconds: one request on the wire, without waits for the rate governor.</summary>
    public const string ClientRequestDurationMetric = "ppcads.client.request.duration";

    /// <summary>Counter: attempts that failed and are made again.</summary>
    public const string ClientRetriesMetric = "ppcads.client.retries";

    /// <summary>Counter: requests that were answered with 429, or 503 by the storage of report files.</summary>
    public const string ClientThrottledMetric = "ppcads.client.throttled";

    /// <summary>Gauge, requests a second: the rate that the governor allows, the lowest of all accounts.</summary>
    public const string ClientRateMetric = "ppcads.client.rate";

    /// <summary>Counter: refreshes of access tokens.</summary>
    public const string TokenRefreshesMetric = "ppcads.token.refreshes";

    /// <summary>
    /// Gauge, days: until the first consent of an active account ends, as far as that is known; since the last sync of all
    /// accounts.
    /// </summary>
    public const string ConsentRemainingMetric = "ppcads.consent.remaining";

    /// <summary>Histogram, seconds: from requesting a report to seeing that it is ready.</summary>
    public const string ReportWaitDurationMetric = "ppcads.report.wait.duration";

    /// <summary>Gauge: open report jobs in the store, by state, as last seen.</summary>
    public const string IngestionJobsMetric = "ppcads.ingestion.jobs";

    /// <summary>Gauge, seconds: the age of the oldest open report job of a state, since it was planned.</summary>
    public const string IngestionJobAgeMetric = "ppcads.ingestion.job.age";

    /// <summary>Counter: rows of reports and entities, by outcome.</summary>
    public const string IngestionRowsMetric = "ppcads.ingestion.rows";

    /// <summary>Histogram, seconds: from the first row of a report's file to the commit.</summary>
    public const string IngestionLoadDurationMetric = "ppcads.ingestion.load.duration";

    /// <summary>Counter: differences between Amazon's answers and what this release knows, each once a run and account.</summary>
    public const string SchemaDriftMetric = "ppcads.schema.drift";

    /// <summary>
    /// Counter: the issues that a sync noted in addition to its steps, by reason: what went missing, was delayed, or is about to
    /// end.
    /// </summary>
    public const string IngestionIssuesMetric = "ppcads.ingestion.issues";

    /// <summary>Counter: steps of ingestion by outcome.</summary>
    public const string IngestionStepsMetric = "ppcads.ingestion.steps";

    /// <summary>
    /// Histogram, days: how far the last loaded day of a profile was behind its yesterday whenever reports were planned.
    /// </summary>
    public const string IngestionDataLagMetric = "ppcads.ingestion.data.lag";

    /// <summary>Span: one call with all its attempts.</summary>
    public const string ClientRequestSpan = "ppcads.client.request";

    /// <summary>Span: one refresh of an access token.</summary>
    public const string TokenRefreshSpan = "ppcads.token.refresh";

    /// <summary>Span: one call of the orchestrator.</summary>
    public const string IngestionRunSpan = "ppcads.ingestion.run";

    /// <summary>Span: one step of it, such as an entity type of a profile, or planning.</summary>
    public const string IngestionStepSpan = "ppcads.ingestion.step";

    /// <summary>Span: a report job requests its report.</summary>
    public const string ReportRequestSpan = "ppcads.report.request";

    /// <summary>Span: a report job checks whether its report is ready.</summary>
    public const string ReportPollSpan = "ppcads.report.poll";

    /// <summary>Span: a report job downloads and loads its report.</summary>
    public const string ReportLoadSpan = "ppcads.report.load";

    /// <summary>Tag: the operation, such as <c>sp.campaigns.list</c>.</summary>
    public const string OperationTag = "ppcads.operation";

    /// <summary>Tag: <c>NorthAmerica</c>, <c>Europe</c> or <c>FarEast</c>.</summary>
    public const string RegionTag = "ppcads.region";

    /// <summary>Tag: the class of operations that Amazon limits together.</summary>
    public const string OperationClassTag = "ppcads.operation.class";

    /// <summary>Tag: the status of the answer, if there was one.</summary>
    public const string StatusCodeTag = "http.response.status_code";

    /// <summary>Tag: the status of a refused request, <c>no_answer</c>, or on spans the exception's type.</summary>
    public const string ErrorTypeTag = "error.type";

    /// <summary>Tag: the outcome.</summary>
    public const string OutcomeTag = "ppcads.outcome";

    /// <summary>Tag: the dataset or the entity type.</summary>
    public const string DatasetTag = "ppcads.dataset";

    /// <summary>Tag: <c>inserted</c>, <c>changed</c>, <c>unchanged</c>, <c>removed</c> or <c>rejected</c>.</summary>
    public const string ChangeTag = "ppcads.change";

    /// <summary>Tag: the state of a report job.</summary>
    public const string JobStateTag = "ppcads.job.state";

    /// <summary>
    /// What differs: <c>new_member</c>, <c>missing_member</c>, <c>unknown_value</c>, <c>changed_type</c> or <c>without_id</c>.
    /// </summary>
    public const string DriftKindTag = "ppcads.drift.kind";

    /// <summary>Tag: the kind of step: the first word of its name.</summary>
    public const string StepTag = "ppcads.step";

    /// <summary>Tag of metrics: why something was noted, one of few texts.</summary>
    public const string ReasonTag = "ppcads.reason";

    /// <summary>Tag of spans: the kind of run.</summary>
    public const string RunTag = "ppcads.run";

    /// <summary>Tag of spans: Amazon's id of the last request.</summary>
    public const string RequestIdTag = "ppcads.request.id";

    /// <summary>Tag of spans: the profile's id.</summary>
    public const string ProfileIdTag = "ppcads.profile.id";

    /// <summary>Tag of spans: the account's id; a client without an account has its client id.</summary>
    public const string AccountIdTag = "ppcads.account.id";

    /// <summary>Tag of spans: the report job's number.</summary>
    public const string JobIdTag = "ppcads.job.id";

    /// <summary>Tag of spans: Amazon's id of the report.</summary>
    public const string ReportIdTag = "ppcads.report.id";
}
