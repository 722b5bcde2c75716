using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Jobs;
using PpcAds.Sdk.Ingestion.Planning;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>The parts of an orchestrator, each made once.</summary>
internal sealed class IngestionParts
{
    public IngestionParts(
        IAccountStore accounts,
        IAmazonAdsClientFactory clients,
        IEtlSink sink,
        IReportJobStore jobs,
        ILeaseStore leases,
        ISyncLog log,
        IIngestionReader reader,
        PpcAdsOptions options,
        ReportPlaces places,
        StorageErrors errors,
        TimeProvider timeProvider,
        IngestionMetrics metrics,
        ILogger logger)
    {
        string owner = $"{Environment.ProcessId}@{Environment.MachineName}";
        Options = options.Ingestion;
        var retry = new StorageRetry(errors, timeProvider);
        var circuits = new AccountCircuits(Options.AccountCircuitFailures, Options.AccountCircuitDuration, timeProvider);
        var locks = new AccountLocks(leases, owner, Options.LeaseDuration, retry, timeProvider, logger);
        var consents = new ConsentStatus(accounts, clients);
        var entities = new EntitySync(sink, reader, Options, timeProvider);
        var retrying = new RetryingReportJobStore(jobs, retry);
        var runner = new ReportJobRunner(retrying, sink, Options, options.Client, errors, timeProvider, metrics, logger);
        Bookkeeping = new Bookkeeping(retrying, log, leases, Options, timeProvider);
        Profiles = new StoredProfiles(reader);
        Planning = new ReportPlanning(reader, jobs, Options, timeProvider, metrics);
        Plans = new PlanStep(Planning, retrying, timeProvider);
        Stored = new StoredAccounts(accounts, Profiles, errors);
        AccountSync = new AccountSync(
            accounts,
            clients,
            locks,
            consents,
            circuits,
            new ProfileSync(sink, reader, timeProvider),
            Profiles,
            entities,
            Plans,
            options,
            timeProvider);
        AllAccounts = new AllAccountsSync(accounts, AccountSync, Options, timeProvider, metrics);
        Pump = new ReportJobPump(
            accounts, clients, retrying, Profiles, runner, places, circuits, consents, options, owner, timeProvider, logger);

        // A profile's entities, and its plan.
        Runs = new SyncRuns(log, retrying, circuits, Options, entities.Steps + 1, errors, timeProvider, metrics, logger);
    }

    public IngestionOptions Options { get; }

    public Bookkeeping Bookkeeping { get; }

    public StoredProfiles Profiles { get; }

    public StoredAccounts Stored { get; }

    public ReportPlanning Planning { get; }

    public PlanStep Plans { get; }

    public AccountSync AccountSync { get; }

    public AllAccountsSync AllAccounts { get; }

    public ReportJobPump Pump { get; }

    public SyncRuns Runs { get; }
}
