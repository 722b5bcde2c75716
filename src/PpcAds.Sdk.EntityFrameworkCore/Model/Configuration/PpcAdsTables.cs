using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Names, keys and indexes of the tables.</summary>
internal static class PpcAdsTables
{
    public const string Accounts = "ppc_accounts";
    public const string Credentials = "ppc_account_credentials";
    public const string Canary = "ppc_secret_canary";
    public const string Records = "performance_records";
    public const string Scopes = "performance_scopes";
    public const string DayLoads = "performance_day_loads";
    public const string Days = "performance_days";
    public const string ExchangeRates = "ppc_exchange_rates";
    public const string Jobs = "ppc_report_jobs";
    public const string Leases = "ppc_leases";
    public const string LearnedRates = "ppc_learned_rates";
    public const string Loads = "ppc_loads";
    public const string Runs = "ppc_ingestion_runs";
    public const string QueuedRuns = "ppc_queued_runs";
    public const string DatasetRefusals = "ppc_dataset_refusals";
    public const string Issues = "ppc_sync_issues";

    private const int NameLength = 100;
    private const int EmailLength = 254;
    private const string IsRunOpen = "state IN ('queued', 'running')";
    private const string IsOpen = "state NOT IN ('loaded', 'abandoned')";

    public static void Configure(ModelBuilder modelBuilder, PpcAdsTableDialect dialect, string? schema)
    {
        modelBuilder.Entity<PpcAccount>(entity =>
        {
            entity.ToTable(Accounts, schema);
            entity.HasKey(row => row.AccountId);
            entity.Property(row => row.AccountId).ValueGeneratedOnAdd();
            entity.Property(row => row.ContactEmail).HasMaxLength(EmailLength);
            entity.Property(row => row.ExternalKey).HasMaxLength(AccountRules.LongestExternalKey);
            entity.HasIndex(row => row.ExternalKey).IsUnique();
        });
        modelBuilder.Entity<PpcAccountCredentials>(entity =>
        {
            entity.ToTable(Credentials, schema);
            entity.HasKey(row => row.AccountId);
            entity.Property(row => row.AccountId).ValueGeneratedNever();
            entity.Property(row => row.Version).IsConcurrencyToken();
            entity.HasOne<PpcAccount>().WithOne().HasForeignKey<PpcAccountCredentials>(row => row.AccountId)
                .OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<PpcSecretCanary>(entity =>
        {
            entity.ToTable(Canary, schema);
            entity.HasKey(row => row.CanaryId);
            entity.Property(row => row.CanaryId).ValueGeneratedNever();
            entity.Property(row => row.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<PpcProfile>(entity =>
        {
            entity.ToTable(ProfileRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId });
            entity.HasOne<PpcAccount>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        ConfigureEntities(modelBuilder, schema);
        ConfigurePerformance(modelBuilder, dialect, schema);
        ConfigureBookkeeping(modelBuilder, schema);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => typeof(PpcEntity).IsAssignableFrom(type.ClrType)))
        {
            foreach (var property in type.FindPrimaryKey()!.Properties)
            {
                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }

    /// <remarks>
    /// No index but the primary key begins with account and profile. Without statistics the planner of PostgreSQL takes any of
    /// them to be as good as the key for finding one entity, and reads a whole profile for each.
    /// </remarks>
    private static void ConfigureEntities(ModelBuilder modelBuilder, string? schema)
    {
        modelBuilder.Entity<PpcPortfolio>(entity =>
        {
            entity.ToTable(PortfolioRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.PortfolioId });
        });
        modelBuilder.Entity<PpcCampaign>(entity =>
        {
            entity.ToTable(CampaignRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.CampaignId, row.AdProduct });
        });
        modelBuilder.Entity<PpcAdGroup>(entity =>
        {
            entity.ToTable(AdGroupRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.AdGroupId, row.AdProduct });
            entity.HasIndex(row => new { row.CampaignId, row.AccountId, row.ProfileId })
                .HasDatabaseName("ix_ppc_ad_groups_campaign");
        });
        modelBuilder.Entity<PpcKeyword>(entity =>
        {
            entity.ToTable(KeywordRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.KeywordId, row.AdProduct });
            entity.HasIndex(row => new { row.CampaignId, row.AccountId, row.ProfileId })
                .HasDatabaseName("ix_ppc_keywords_campaign");
        });
        modelBuilder.Entity<PpcTarget>(entity =>
        {
            entity.ToTable(TargetRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.TargetId, row.AdProduct });
            entity.HasIndex(row => new { row.CampaignId, row.AccountId, row.ProfileId })
                .HasDatabaseName("ix_ppc_targets_campaign");
        });
        modelBuilder.Entity<PpcAd>(entity =>
        {
            entity.ToTable(AdRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.AdId, row.AdProduct });
            entity.HasIndex(row => new { row.CampaignId, row.AccountId, row.ProfileId })
                .HasDatabaseName("ix_ppc_ads_campaign");
        });
        modelBuilder.Entity<PpcNegativeKeyword>(entity =>
        {
            entity.ToTable(NegativeKeywordRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.KeywordId, row.AdProduct });
            entity.HasIndex(row => new { row.CampaignId, row.AccountId, row.ProfileId })
                .HasDatabaseName("ix_ppc_negative_keywords_campaign");
        });
        modelBuilder.Entity<PpcNegativeTarget>(entity =>
        {
            entity.ToTable(NegativeTargetRecord.Table.Name, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.TargetId, row.AdProduct });
            entity.HasIndex(row => new { row.CampaignId, row.AccountId, row.ProfileId })
                .HasDatabaseName("ix_ppc_negative_targets_campaign");
        });
    }

    private static void ConfigurePerformance(ModelBuilder modelBuilder, PpcAdsTableDialect dialect, string? schema)
    {
        modelBuilder.Entity<PpcPerformanceScope>(entity =>
        {
            entity.ToTable(Scopes, schema);
            entity.HasKey(row => row.ScopeId);
            entity.Property(row => row.ScopeId).ValueGeneratedOnAdd();
            entity.Property(row => row.Dataset).HasMaxLength(40);
            dialect.MapAdProduct(entity.Property(row => row.AdProduct), "dataset");
            entity.HasIndex(row => new { row.AccountId, row.ProfileId, row.Dataset }).IsUnique()
                .HasDatabaseName("ix_performance_scopes_dataset");
        });
        modelBuilder.Entity<PpcPerformanceRecord>(entity =>
        {
            entity.ToView(Records, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.Dataset, row.Date, row.EntityKey });
            dialect.MapJson(entity.Property(row => row.Extra));
        });
        modelBuilder.Entity<PpcPerformanceDay>(entity =>
        {
            entity.ToTable(Days, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.Dataset, row.Date });
            entity.Property(row => row.Dataset).HasMaxLength(40);
            entity.Property(row => row.ReportId).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<PpcPerformanceDayLoad>(entity =>
        {
            entity.ToTable(DayLoads, schema);
            entity.HasKey(row => new { row.ScopeId, row.Date, row.LoadedAt });
            entity.Property(row => row.ScopeId).ValueGeneratedNever();
        });
        modelBuilder.Entity<PpcExchangeRate>(entity =>
        {
            entity.ToTable(ExchangeRates, schema);
            entity.HasKey(row => new { row.Currency, row.Date });
            entity.Property(row => row.Currency).HasMaxLength(3);
        });
    }

    private static void ConfigureBookkeeping(ModelBuilder modelBuilder, string? schema)
    {
        modelBuilder.Entity<PpcReportJob>(entity =>
        {
            entity.ToTable(Jobs, schema);
            entity.HasKey(row => row.JobId);
            entity.Property(row => row.Dataset).HasMaxLength(40);
            entity.Property(row => row.ReportId).HasMaxLength(NameLength);
            entity.Property(row => row.LeaseOwner).HasMaxLength(NameLength);
            entity.Property(row => row.RemovalDigest).HasMaxLength(64);
            entity.HasIndex(row => new { row.AccountId, row.ProfileId, row.Dataset, row.StartDate, row.EndDate })
                .IsUnique().HasFilter(IsOpen).HasDatabaseName("ix_ppc_report_jobs_open");
            entity.HasIndex(row => new { row.AccountId, row.JobId }).HasDatabaseName("ix_ppc_report_jobs_account");
            entity.HasIndex(row => row.DueAt).HasFilter(IsOpen).HasDatabaseName("ix_ppc_report_jobs_due");
        });
        modelBuilder.Entity<PpcDatasetRefusal>(entity =>
        {
            entity.ToTable(DatasetRefusals, schema);
            entity.HasKey(row => new { row.AccountId, row.ProfileId, row.Dataset });
            entity.Property(row => row.AccountId).ValueGeneratedNever();
            entity.Property(row => row.Dataset).HasMaxLength(40);
        });
        modelBuilder.Entity<PpcLease>(entity =>
        {
            entity.ToTable(Leases, schema);
            entity.HasKey(row => row.Name);
            entity.Property(row => row.Name).HasMaxLength(NameLength);
            entity.Property(row => row.LeaseOwner).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<PpcLearnedRate>(entity =>
        {
            entity.ToTable(LearnedRates, schema);
            entity.HasKey(row => new { row.Account, row.Region, row.OperationClass });
            entity.Property(row => row.Account).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<PpcLoad>(entity =>
        {
            entity.ToTable(Loads, schema);
            entity.HasKey(row => row.LoadId);
            entity.Property(row => row.LoadId).HasMaxLength(NameLength);
            entity.Property(row => row.RemovalDigest).HasMaxLength(64);
        });
        ConfigureRuns(modelBuilder, schema);
    }

    private static void ConfigureRuns(ModelBuilder modelBuilder, string? schema)
    {
        modelBuilder.Entity<PpcIngestionRun>(entity =>
        {
            entity.ToTable(Runs, schema);
            entity.HasKey(row => row.RunId);
        });
        modelBuilder.Entity<PpcQueuedRun>(entity =>
        {
            entity.ToTable(QueuedRuns, schema);
            entity.HasKey(row => row.RunId);
            entity.Property(row => row.RequestKey).HasMaxLength(NameLength);
            entity.Property(row => row.Slot).HasMaxLength(NameLength);
            entity.HasIndex(row => row.RequestKey).IsUnique().HasFilter(IsRunOpen).HasDatabaseName("ix_ppc_queued_runs_open");
            entity.HasIndex(row => row.Slot).IsUnique().HasDatabaseName("ix_ppc_queued_runs_slot");
            entity.HasIndex(row => new { row.AccountId, row.RunId }).HasDatabaseName("ix_ppc_queued_runs_account");
        });
        modelBuilder.Entity<PpcSyncIssue>(entity =>
        {
            entity.ToTable(Issues, schema);
            entity.HasKey(row => row.IssueId);
            entity.HasIndex(row => new { row.AccountId, row.At }).HasDatabaseName("ix_ppc_sync_issues_account");
        });
    }
}
