using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Ingestion;

/// <summary>How the orchestrator works. Every default suits a service that keeps a team's tables fresh.</summary>
public sealed class IngestionOptions
{
    private static readonly RestatementRule[] DefaultRestatement =
    [
        new(5, 1),
        new(31, 7),
        new(90, 30, AdProducts.SponsoredProducts),
        new(60, 14, AdProducts.SponsoredBrands),
        new(65, 14, AdProducts.SponsoredDisplay),
    ];

    /// <summary>
    /// Gets or sets the kinds of entities that are listed, such as <c>sp.keywords</c>. Default: <see langword="null"/>, all that
    /// the SDK knows. With an empty list a sync lists profiles only. With <see cref="Etl.EntitySource.Export"/> any kind that
    /// exports have brings all four exports.
    /// </summary>
    public string[]? Entities { get; set; }

    /// <summary>
    /// Where entities are taken from. Default: <see cref="Etl.EntitySource.List"/>. <see cref="Etl.EntitySource.Export"/> takes
    /// four exports a profile in place of the lists, for accounts so large that lists take too many calls: everything but
    /// portfolios comes from there then, with fewer attributes (docs/exports.md). What only lists know stays as it is.
    /// </summary>
    public EntitySource EntitySource { get; set; } = EntitySource.List;

    /// <summary>
    /// Whether each entity is stored as Amazon sent it too, as JSON (<see cref="EntityRecord.RawJson"/>, column <c>raw_json</c>):
    /// for members that have no column. Default: no; it doubles the tables of entities.
    /// </summary>
    public bool KeepRawJson { get; set; }

    /// <summary>
    /// Gets or sets the datasets that are loaded, by name, such as <c>sp.campaign</c>. Default: <see langword="null"/>, all that
    /// the SDK knows. With an empty list a sync requests no reports.
    /// </summary>
    public string[]? Datasets { get; set; }

    /// <summary>
    /// Gets or sets how many days before today Amazon keeps, 1 to 10,000, by report type (<c>spSearchTerm</c>), where that
    /// differs from the catalogue. Older days are never requested and never changed. Default: <see langword="null"/>, the
    /// catalogue's.
    /// </summary>
    public IDictionary<string, int>? RetentionDays { get; set; }

    /// <summary>
    /// Gets or sets further columns of reports that are requested and stored, by dataset: the report type's columns that have no
    /// column of their own here (<c>sb.campaign</c>: <c>detailPageViews</c>). Their values are a JSON object,
    /// <see cref="Reading.PerformanceRecord.Extra"/>, of the days that are loaded from then on. Amazon refuses a report for one
    /// column that a profile may not have. Default: <see langword="null"/>, none.
    /// </summary>
    public IDictionary<string, string[]>? ExtraColumns { get; set; }

    /// <summary>
    /// How many days back the first load goes, 1 to 10,000. Default: <see langword="null"/>, as far as Amazon keeps each report
    /// type.
    /// </summary>
    public int? BackfillDays { get; set; }

    /// <summary>
    /// Gets or sets when loaded days are requested again, since Amazon restates figures for up to 60 days: a day is due when any
    /// rule of its product says so. Default: <see langword="null"/>, the last 5 days daily, the last 31 weekly; beyond, Sponsored
    /// Products to the 90th day monthly, Sponsored Brands and Display to the edge of their retention every two weeks, so that
    /// each day is requested once more when its figures are final, or as late as Amazon has it. A list replaces these rules. With
    /// an empty list no loaded day is requested again.
    /// </summary>
    public RestatementRule[]? Restatement { get; set; }

    /// <summary>
    /// Accounts that are synced side by side by <see cref="IngestionOrchestrator.SyncAllAccountsAsync"/>. Default: 4.
    /// </summary>
    public int MaxConcurrentAccounts { get; set; } = 4;

    /// <summary>The maximum number of profiles of an account that are synced concurrently. Default: 4.</summary>
    public int MaxConcurrentProfiles { get; set; } = 4;

    /// <summary>
    /// The maximum number of report jobs that are processed concurrently in this process, by all callers. Default: 4.
    /// </summary>
    public int MaxConcurrentReports { get; set; } = 4;

    /// <summary>How long a worker that died keeps others from its accounts and jobs. Default: 30 seconds.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many reports are requested before a job is given up. Default: 5.</summary>
    public int MaxReportAttempts { get; set; } = 5;

    /// <summary>
    /// The wait before a failed step, or a failed report, is tried again; doubled each time. Default: 1 minute.
    /// </summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest such wait, <see cref="ReportJob.LongestWait"/> at most. Default: 1 hour.</summary>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How many calls of an account fail one after another, by Amazon's fault or the network's and after all tries, until it is
    /// left alone for <see cref="AccountCircuitDuration"/>. Default: 5.
    /// </summary>
    public int AccountCircuitFailures { get; set; } = 5;

    /// <summary>
    /// How long such an account is left alone; then one try decides. <see cref="ReportJob.LongestWait"/> at most. Default: 5
    /// minutes.
    /// </summary>
    public TimeSpan AccountCircuitDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>See <see cref="LoadScope.MaxRejectedShare"/>. Default: 0.1.</summary>
    public double MaxRejectedRowShare { get; set; } = 0.1;

    /// <summary>
    /// Where report files lie while they are loaded, readable by this user alone. Default: <see langword="null"/>, the system's
    /// folder for temporary files.
    /// </summary>
    public string? SpoolDirectory { get; set; }

    /// <summary>
    /// How often the worker syncs all accounts. Default: 1 hour; what is not due costs no request but the lists.
    /// </summary>
    public TimeSpan SyncInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The hour, 0 to 23, of a profile's own day at which the worker syncs it, in place of <see cref="SyncInterval"/>. Default:
    /// <see langword="null"/>, at that interval. A profile whose hour passed while no worker ran is synced as soon as one does.
    /// </summary>
    public int? DailySyncHour { get; set; }

    /// <summary>
    /// Over how long the daily syncs are spread; each profile has its own moment in it. Default: 30 minutes. Ignored without
    /// <see cref="DailySyncHour"/>.
    /// </summary>
    public TimeSpan DailySyncJitter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest time between two checks of the jobs by the worker. Default: 15 seconds.</summary>
    public TimeSpan WorkerDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long runs, issues, queued runs that are over and final jobs are kept. Default: 90 days.</summary>
    public TimeSpan BookkeepingRetention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets the datasets to load, each once.</summary>
    /// <returns>Those of <see cref="Datasets"/>, or all that the SDK knows when it is <see langword="null"/>.</returns>
    public IReadOnlyList<string> GetDatasets() =>
        Datasets is null ? [.. Etl.Datasets.All.Select(dataset => dataset.Id)] : [.. Datasets.Distinct()];

    /// <summary>Gets the kinds of entities to list: those of <see cref="Entities"/>, or all.</summary>
    internal IReadOnlyList<string> GetEntities() =>
        Entities is null ? [.. EntityCatalogue.All.Select(type => type.Id)] : [.. Entities.Distinct()];

    /// <summary>Gets the rules in force: those of <see cref="Restatement"/>, or the default ones.</summary>
    internal IReadOnlyList<RestatementRule> GetRestatement() => Restatement is null ? DefaultRestatement : [.. Restatement];

    /// <summary>The further columns to request of a dataset.</summary>
    internal IReadOnlyList<string> GetExtraColumns(Dataset dataset) =>
        ExtraColumns is { } extra && extra.TryGetValue(dataset.Id, out string[]? columns) ? columns : [];

    /// <summary>How many days before today Amazon keeps of a report type.</summary>
    internal int GetRetentionDays(ReportType type) =>
        RetentionDays is { } overrides && overrides.TryGetValue(type.Id, out int days) ? days : type.RetentionDays;
}
