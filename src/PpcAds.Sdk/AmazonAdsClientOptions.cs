using Polly;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk;

/// <summary>How calls are made. Every default works against Amazon.</summary>
public sealed class AmazonAdsClientOptions
{
    /// <summary>The hosts that are talked to.</summary>
    public AmazonAdsEndpoints Endpoints { get; set; } = new();

    /// <summary>
    /// Gets or sets the regions whose profiles are listed. Default: <see langword="null"/>, all three. A grant without profiles
    /// in a region costs one empty answer. An empty list is an error.
    /// </summary>
    public AmazonAdsRegion[]? Regions { get; set; }

    /// <summary>How long one attempt may take. Default: 60 seconds, twice Amazon's documented P99 of 30 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a call may take with all its retries and waits. Default: 10 minutes.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How often a call is tried at most when it is throttled (429), the server fails (5xx) or the connection breaks. Default: 6.
    /// </summary>
    public int MaxAttempts { get; set; } = 6;

    /// <summary>
    /// The wait before the first retry; each further one doubles it. Default: 2 seconds, as Amazon recommends. It is also the
    /// pause of a class of operations after a 429 without <c>Retry-After</c>, doubled each time that nothing passed in between.
    /// </summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The longest wait between two attempts, unless Amazon's <c>Retry-After</c> requires more. Default: 60 seconds.
    /// </summary>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many calls one account has in flight at most. Default: 8.</summary>
    public int MaxConcurrentCallsPerAccount { get; set; } = 8;

    /// <summary>How long before its expiry an access token is replaced. Default: 5 minutes of its 60.</summary>
    public TimeSpan RefreshTokenAhead { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The number of entities requested per page of a list, unless the filter says otherwise. Default: 1000, the maximum.
    /// </summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>
    /// The wait before a new report or export is first polled; it grows with the report's age. Default: 5 seconds.
    /// </summary>
    public TimeSpan ReportPollMinDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two polls of a report or an export. Default: 2 minutes.</summary>
    public TimeSpan ReportPollMaxDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a report is waited for. Default: 4 hours; Amazon says that up to 3 hours are normal.</summary>
    public TimeSpan ReportTimeout { get; set; } = TimeSpan.FromHours(4);

    /// <summary>
    /// How long an export is waited for, a place among those that Amazon makes at a time included. Default: 2 hours; Amazon names
    /// no time.
    /// </summary>
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The largest answer that is read, downloads of reports and exports excepted, in bytes. Default: 128 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>How the rate of calls follows Amazon's limits.</summary>
    public ThrottlingOptions Throttling { get; set; } = new();

    /// <summary>
    /// Gets or sets a function that adds strategies of Polly to the pipelines of all calls: of the Ads API (<c>PpcAds.Api</c>),
    /// of Login with Amazon (<c>PpcAds.LoginWithAmazon</c>) and of files (<c>PpcAds.Downloads</c>);
    /// <see cref="ResiliencePipelineBuilderBase.Name"/> distinguishes them. They run around each attempt, inside the retries and
    /// the total time, outside the rate governor and the time of the attempt, and see failures as
    /// <see cref="AmazonAdsException"/>. Default: <see langword="null"/>.
    /// </summary>
    public Action<ResiliencePipelineBuilder>? ConfigureResilience { get; set; }

    /// <summary>
    /// Returns the delay until a report or an export is polled again: a quarter of its age, between
    /// <see cref="ReportPollMinDelay"/> and <see cref="ReportPollMaxDelay"/>.
    /// </summary>
    /// <param name="age">The time since it was requested.</param>
    public TimeSpan GetReportPollDelay(TimeSpan age)
    {
        TimeSpan quarter = age / 4;
        return quarter < ReportPollMinDelay ? ReportPollMinDelay : quarter > ReportPollMaxDelay ? ReportPollMaxDelay : quarter;
    }

    /// <summary>Returns the regions to call, each once: those of <see cref="Regions"/>, or all.</summary>
    public IReadOnlyList<AmazonAdsRegion> GetRegions() =>
        Regions is null ? Enum.GetValues<AmazonAdsRegion>() : [.. Regions.Distinct()];

    /// <summary>Returns what a governor needs of these options.</summary>
    internal RateGovernorOptions ToGovernorOptions() => new()
    {
        MaxConcurrentCallsPerAccount = MaxConcurrentCallsPerAccount,
        BasePause = RetryBaseDelay,
        MaxPause = RetryMaxDelay,
        Throttling = Throttling,
    };

    internal AmazonAdsClientOptions Clone()
    {
        var copy = (AmazonAdsClientOptions)MemberwiseClone();
        copy.Regions = Regions is null ? null : [.. Regions];
        copy.Throttling = Throttling.Clone();
        copy.Endpoints = new AmazonAdsEndpoints
        {
            NorthAmerica = Endpoints.NorthAmerica,
            Europe = Endpoints.Europe,
            FarEast = Endpoints.FarEast,
            Token = Endpoints.Token,
            NorthAmericaConsent = Endpoints.NorthAmericaConsent,
            EuropeConsent = Endpoints.EuropeConsent,
            FarEastConsent = Endpoints.FarEastConsent,
        };
        return copy;
    }
}
