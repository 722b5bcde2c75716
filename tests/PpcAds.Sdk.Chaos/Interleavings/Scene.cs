using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>
/// The account that the operations of one schedule share, what it begins with, and what they did: each schedule has an account of
/// its own, so that nothing has to be cleared between them.
/// </summary>
internal sealed class Scene(IServiceProvider quiet, AccountTemplate template)
{
    public static readonly ProfileId Profile = new(1_001);

    public static readonly ProfileRecord KnownProfile =
        new() { ProfileId = Profile, Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = "USD" };

    /// <summary>One that only the list of profiles knows, so that it is inserted.</summary>
    public static readonly ProfileRecord FurtherProfile = KnownProfile with { ProfileId = new ProfileId(1_002) };

    private const string First = "FIRST";

    private readonly Lock _lock = new();
    private readonly Dictionary<long, ReportFile> _files = [];
    private readonly Dictionary<string, ReportJob> _jobs = [];

    public AccountId Account { get; private set; }

    public static LwaCredentials FirstCredentials { get; } = Credentials("first");

    public bool HasCredentialsAtFirst { get; private set; }

    /// <summary>Reports whose load an operation saw succeed.</summary>
    public List<ReportFile> Loaded { get; } = [];

    /// <summary>Reports that operations were to load.</summary>
    public List<ReportFile> ToLoad { get; } = [];

    /// <summary>Pages in the order in which they were committed.</summary>
    public List<WrittenPage> Pages { get; } = [];

    /// <summary>Refresh tokens of people who connected the account, as far as that succeeded.</summary>
    public List<string> Connected { get; } = [];

    /// <summary>Refresh tokens that took the place of the first one.</summary>
    public List<string> Rotated { get; } = [];

    public bool IsDeleted { get; private set; }

    public bool IsPurged { get; private set; }

    /// <summary>Whether an operation found the account gone.</summary>
    public bool HasLostAccount { get; private set; }

    public static LwaCredentials Credentials(string name) => new("amzn1.application-oa2-client.interleavings", "secret-of-interleavings", $"Atzr|{name}");

    /// <summary>Adds the account.</summary>
    /// <param name="withCredentials">Whether it has credentials.</param>
    /// <param name="withData">Whether it has entities and rows.</param>
    public async Task PrepareAsync(bool withCredentials, bool withData)
    {
        var accounts = quiet.GetRequiredService<IAccountStore>();
        Account = (await accounts.AddAsync("Interleavings")).AccountId;
        HasCredentialsAtFirst = withCredentials;
        if (withCredentials)
        {
            await quiet.GetRequiredService<ITokenStore>().SaveAsync(Account, FirstCredentials);
        }

        if (!withData)
        {
            return;
        }

        await template.FillAsync(Account, WriteFirstAsync);
        Loaded.AddRange([ReportFiles.Campaigns, ReportFiles.Targets]);
        Pages.AddRange(
        [
            new("ppc_campaigns", [1, 2, 4], First), new("ppc_keywords", [11, 12, 14], First), new("ppc_targets", [21, 24], First),
        ]);
    }

    public ExpectedState Expect()
    {
        lock (_lock)
        {
            return new ExpectedState
            {
                ToLoad = [.. ToLoad],
                Loaded = [.. Loaded],
                Pages = [.. Pages],
                FirstToken = HasCredentialsAtFirst ? FirstCredentials.RefreshToken : null,
                Connected = [.. Connected],
                Rotated = [.. Rotated],
                IsDeleted = IsDeleted,
                IsPurged = IsPurged,
                HasLostAccount = HasLostAccount,
            };
        }
    }

    /// <summary>The job of a report, which a worker has whose lease has run out, so that another may take it over.</summary>
    public async Task<ReportJob> AddJobAsync(ReportFile file)
    {
        if (_jobs.TryGetValue(file.Name, out ReportJob? known))
        {
            return known;
        }

        var jobs = quiet.GetRequiredService<IReportJobStore>();

        // Each at a time of its own, by which its job is claimed.
        DateTimeOffset now = file.GeneratedAt.AddHours(1).AddMinutes(_jobs.Count);
        ReportJob added = (await jobs.AddAsync([PlanOf(file.Dataset, file.First, file.Last)], now)).Single();
        var filter = new ReportJobFilter { AccountId = Account, CreatedFrom = now, CreatedUntil = now, Dataset = file.Dataset.Id };
        ReportJob claimed = (await jobs.ClaimAsync("first worker", TimeSpan.FromSeconds(-1), now.AddSeconds(1), filter))!;
        if (claimed.JobId != added.JobId)
        {
            throw new InvalidOperationException("Another job was claimed.");
        }

        ReportJob ready = claimed with { State = ReportJobState.Ready, ReportId = $"report of {file.Name}", GeneratedAt = file.GeneratedAt };
        await jobs.SaveAsync(ready, release: false);
        _files[ready.JobId] = file;
        ToLoad.Add(file);
        return _jobs[file.Name] = ready;
    }

    /// <summary>Whether a job is one of this schedule's reports.</summary>
    public bool IsKnown(ReportJob job) => _files.ContainsKey(job.JobId);

    public PlannedReport PlanOf(Dataset dataset, DateOnly first, DateOnly last) => new()
    {
        AccountId = Account,
        ProfileId = Profile,
        Dataset = dataset.Id,
        StartDate = first,
        EndDate = last,
        Reason = PlanReason.Restatement,
    };

    /// <summary>As a worker does it: whoever lost the job leaves it to the other.</summary>
    public async Task LoadAsync(IServiceProvider services, ReportJob job)
    {
        ReportFile file = _files[job.JobId];
        try
        {
            if (await services.GetRequiredService<IEtlSink>().FindLoadAsync(job.LoadId) is null)
            {
                await LoadAsync(services, file, job, job.LoadId);
            }
        }
        catch (LeaseLostException)
        {
            return;
        }

        Note(() => Loaded.Add(file));
    }

    public async Task WriteAsync<T>(IServiceProvider services, IReadOnlyList<IReadOnlyList<T>> pages, EntitySource source = EntitySource.List)
        where T : class, IEntityRecord<T>
    {
        try
        {
            var scope = new EntityScope(Account, T.Table.IsOfProfile ? Profile : null) { Source = source };
            await services.GetRequiredService<IEtlSink>().LoadEntitiesAsync(scope, InTurn(pages));
        }
        catch (LeaseLostException)
        {
            // The account was purged.
            Note(() => HasLostAccount = true);
        }
    }

    public void NoteConnected(LwaCredentials credentials) => Note(() => Connected.Add(credentials.RefreshToken));

    public void NoteRotated(LwaCredentials credentials) => Note(() => Rotated.Add(credentials.RefreshToken));

    public void NoteDeleted() => Note(() => IsDeleted = true);

    public void NotePurged() => Note(() => IsPurged = true);

    public void Note(Action change)
    {
        lock (_lock)
        {
            change();
        }
    }

    private async Task LoadAsync(IServiceProvider services, ReportFile file, ReportJob? job, LoadId id)
    {
        var scope = new LoadScope
        {
            AccountId = Account,
            ProfileId = Profile,
            Dataset = file.Dataset,
            StartDate = file.First,
            EndDate = file.Last,
            ReportId = job?.ReportId ?? $"report of {file.Name}",
            GeneratedAt = file.GeneratedAt,
            RetentionStart = file.First.AddDays(-60),
            CurrencyCode = "USD",
            AttributionDays = 7,
            Fence = job?.Fence,
        };
        await using ILoadSession session = await services.GetRequiredService<IEtlSink>().BeginReplaceAsync(scope, id);
        await foreach (ReportBatch batch in file.ReadAsync())
        {
            await session.WriteAsync(batch);
        }

        await session.CommitAsync();
    }

    private async Task WriteFirstAsync()
    {
        await WriteAsync<ProfileRecord>(quiet, [[KnownProfile]]);
        await WriteAsync<CampaignRecord>(quiet, [ListedEntities.Campaigns([1, 2, 4], First)]);
        await WriteAsync<KeywordRecord>(quiet, [ListedEntities.Keywords([11, 12, 14], First)]);
        await WriteAsync<TargetRecord>(quiet, [ListedEntities.Targets([21, 24], First)]);
        foreach (ReportFile file in new[] { ReportFiles.Campaigns, ReportFiles.Targets })
        {
            await LoadAsync(quiet, file, null, new LoadId($"first/{file.Name}"));
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> InTurn<T>(IReadOnlyList<IReadOnlyList<T>> pages)
    {
        foreach (IReadOnlyList<T> page in pages)
        {
            await Task.CompletedTask;
            yield return page;
        }
    }
}
