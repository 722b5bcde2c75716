using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>The operations; each is paired with each other one, and with itself. Another one is a line here.</summary>
internal static class Operations
{
    private static readonly long[] Campaigns = [1, 2, 3, 4, 5, 6];

    public static IReadOnlyList<Operation> All { get; } =
    [
        List<CampaignRecord>("list campaigns", "ppc_campaigns", [Campaigns[..3], Campaigns[3..]], ListedEntities.Campaigns),
        List<CampaignRecord>("list campaigns backwards", "ppc_campaigns", [[6, 5], [4, 3], [2, 1]], ListedEntities.Campaigns),
        List<CampaignRecord>("export campaigns", "ppc_campaigns", [Campaigns], ListedEntities.Campaigns, EntitySource.Export),
        List<KeywordRecord>("list keywords", "ppc_keywords", [[11, 12, 13, 14, 15]], ListedEntities.Keywords),
        List<TargetRecord>("list targets", "ppc_targets", [[21, 22, 23, 24, 25]], ListedEntities.Targets),
        new("list profiles", run => run.Scene.WriteAsync<ProfileRecord>(run.Services, [[Scene.KnownProfile with { Name = run.Label }, Scene.FurtherProfile]]))
        {
            Subjects = Subjects.Others,
        },
        Load(ReportFiles.CampaignsRestated),
        Load(ReportFiles.CampaignsFirst),
        Load(ReportFiles.CampaignsOverlapping),
        Load(ReportFiles.CampaignsLater),
        Load(ReportFiles.TargetsRestated),
        Load(ReportFiles.TargetsFirst),
        new("second worker", TakeOverAsync) { Subjects = Subjects.Campaigns, File = ReportFiles.CampaignsRestated },
        new("plan", run => run.Services.GetRequiredService<IReportJobStore>().AddAsync(
            [run.Scene.PlanOf(Datasets.SpAdGroup, ReportFiles.Campaigns.First, ReportFiles.Campaigns.Last)], ReportFiles.Campaigns.GeneratedAt))
        {
            Subjects = Subjects.Others,
        },
        new("reconnect", ReconnectAsync) { Subjects = Subjects.Account },
        new("reconnect without credentials", ReconnectAsync) { Subjects = Subjects.Account, IsFirstConnection = true },
        new("rotate", RotateAsync) { Subjects = Subjects.Account },
        new("delete", DeleteAsync) { Subjects = Subjects.Account },
        new("recompute", run => run.Services.GetRequiredService<PpcAdsDatabase>().RecomputeAsync(run.Scene.Account))
        {
            Subjects = Subjects.Campaigns | Subjects.Targets,
        },
        new("purge", PurgeAsync) { Subjects = Subjects.All },
    ];

    public static Operation Get(string name) => All.First(operation => operation.Name == name);

    private static Operation List<T>(
        string name, string table, long[][] pages, Func<IEnumerable<long>, string, IReadOnlyList<T>> read, EntitySource source = EntitySource.List)
        where T : class, IEntityRecord<T> =>
        new(name, run => run.Scene.WriteAsync(run.Services, [.. pages.Select(ids => read(ids, run.Label))], source))
        {
            Subjects = table == "ppc_campaigns" ? Subjects.Campaigns : Subjects.Targets,
            Pages = [.. pages.Select(ids => (table, ids))],
        };

    private static Operation Load(ReportFile file) => new($"load {file.Name}", run => run.Scene.LoadAsync(run.Services, run.Job!))
    {
        Subjects = file.Dataset == Datasets.SpCampaign ? Subjects.Campaigns : Subjects.Targets,
        File = file,
    };

    private static async Task TakeOverAsync(OperationRun run)
    {
        var jobs = run.Services.GetRequiredService<IReportJobStore>();
        var filter = new ReportJobFilter { AccountId = run.Scene.Account, Dataset = run.Job!.Dataset };
        while (await jobs.ClaimAsync("second worker", TimeSpan.FromMinutes(5), run.Job.CreatedAt.AddHours(1), filter) is { } job)
        {
            if (run.Scene.IsKnown(job))
            {
                await run.Scene.LoadAsync(run.Services, job);
            }
        }
    }

    private static async Task ReconnectAsync(OperationRun run)
    {
        LwaCredentials credentials = Scene.Credentials($"connected-{run.Label}");
        if (await run.Services.GetRequiredService<AccountManager>().ReconnectAsync(run.Scene.Account, credentials, ReportFiles.Campaigns.GeneratedAt))
        {
            run.Scene.NoteConnected(credentials);
        }
    }

    private static async Task RotateAsync(OperationRun run)
    {
        LwaCredentials credentials = Scene.Credentials($"rotated-{run.Label}");
        if (await run.Services.GetRequiredService<ITokenStore>().TryReplaceAsync(run.Scene.Account, Scene.FirstCredentials, credentials))
        {
            run.Scene.NoteRotated(credentials);
        }
    }

    private static async Task DeleteAsync(OperationRun run)
    {
        if (await run.Services.GetRequiredService<AccountManager>().DeleteAsync(run.Scene.Account))
        {
            run.Scene.NoteDeleted();
        }
    }

    private static async Task PurgeAsync(OperationRun run)
    {
        await DeleteAsync(run);
        if (await run.Services.GetRequiredService<IAccountStore>().PurgeAsync(run.Scene.Account))
        {
            run.Scene.NotePurged();
        }
    }
}
