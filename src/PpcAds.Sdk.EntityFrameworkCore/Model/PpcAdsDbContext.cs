using Microsoft.EntityFrameworkCore;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// The SDK's own context: its tables only, with migrations that come with the package of the database. Those who prefer the
/// tables in a context of their own call <c>modelBuilder.AddPpcAds()</c> there instead; the two ways exclude one another.
/// </summary>
public abstract class PpcAdsDbContext : DbContext
{
    /// <summary>Makes the context.</summary>
    protected PpcAdsDbContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Accounts.</summary>
    public DbSet<PpcAccount> Accounts => Set<PpcAccount>();

    /// <summary>Profiles.</summary>
    public DbSet<PpcProfile> Profiles => Set<PpcProfile>();

    /// <summary>Campaigns.</summary>
    public DbSet<PpcCampaign> Campaigns => Set<PpcCampaign>();

    /// <summary>Ad groups.</summary>
    public DbSet<PpcAdGroup> AdGroups => Set<PpcAdGroup>();

    /// <summary>Keywords.</summary>
    public DbSet<PpcKeyword> Keywords => Set<PpcKeyword>();

    /// <summary>Portfolios.</summary>
    public DbSet<PpcPortfolio> Portfolios => Set<PpcPortfolio>();

    /// <summary>Targets other than keywords.</summary>
    public DbSet<PpcTarget> Targets => Set<PpcTarget>();

    /// <summary>Ads.</summary>
    public DbSet<PpcAd> Ads => Set<PpcAd>();

    /// <summary>Negative keywords.</summary>
    public DbSet<PpcNegativeKeyword> NegativeKeywords => Set<PpcNegativeKeyword>();

    /// <summary>Negative targets.</summary>
    public DbSet<PpcNegativeTarget> NegativeTargets => Set<PpcNegativeTarget>();

    /// <summary>Performance by day. Choose one dataset before you sum.</summary>
    public DbSet<PpcPerformanceRecord> PerformanceRecords => Set<PpcPerformanceRecord>();

    /// <summary>The ledger: which days are loaded.</summary>
    public DbSet<PpcPerformanceDay> PerformanceDays => Set<PpcPerformanceDay>();

    /// <summary>The rates into the reporting currency, which the application fills.</summary>
    public DbSet<PpcExchangeRate> ExchangeRates => Set<PpcExchangeRate>();

    /// <summary>Report jobs.</summary>
    public DbSet<PpcReportJob> ReportJobs => Set<PpcReportJob>();

    /// <summary>Runs of the orchestrator.</summary>
    public DbSet<PpcIngestionRun> IngestionRuns => Set<PpcIngestionRun>();

    /// <summary>The requested syncs.</summary>
    public DbSet<PpcQueuedRun> QueuedRuns => Set<PpcQueuedRun>();

    /// <summary>Issues.</summary>
    public DbSet<PpcSyncIssue> SyncIssues => Set<PpcSyncIssue>();
}
