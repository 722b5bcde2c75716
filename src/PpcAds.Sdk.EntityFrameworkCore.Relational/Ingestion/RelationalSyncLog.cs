using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Ingestion;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Ingestion;

/// <summary>Runs and issues, which are counted up by LINQ.</summary>
internal sealed class RelationalSyncLog(IPpcAdsContexts contexts, Transactions transactions) : SyncLogBase(contexts)
{
    public override async Task AddIssuesAsync(IReadOnlyList<SyncIssue> issues, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issues);
        if (issues.Count > 0)
        {
            await transactions.RunAsync(
                async (context, token) =>
                {
                    foreach (SyncIssue issue in issues)
                    {
                        PpcSyncIssue row = RowOf(issue);
                        if (await CountAsync(context, row, token).ConfigureAwait(false) == 0)
                        {
                            context.Add(row);
                            await context.SaveChangesAsync(token).ConfigureAwait(false);
                        }
                    }

                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the row of an issue.</summary>
    public static PpcSyncIssue RowOf(SyncIssue issue) => new()
    {
        AccountId = issue.AccountId.Value,
        ProfileId = issue.ProfileId?.Value,
        Step = StorableText.Clean(issue.Step),
        ReportId = StorableText.Clean(issue.ReportId),
        Reason = issue.Reason,
        Details = StorableText.Clean(issue.Details),
        Count = issue.Count,
        At = issue.At,
    };

    /// <summary>Counts an issue up that the account had on the same day.</summary>
    private static Task<int> CountAsync(DbContext context, PpcSyncIssue issue, CancellationToken cancellationToken)
    {
        DateTimeOffset day = new(issue.At.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset next = day.AddDays(1);
        return context.Set<PpcSyncIssue>()
            .Where(row => row.AccountId == issue.AccountId && row.At >= day && row.At < next)
            .Where(row => row.ProfileId == issue.ProfileId && row.ReportId == issue.ReportId)
            .Where(row => row.Step == issue.Step && row.Reason == issue.Reason && row.Details == issue.Details)
            .ExecuteUpdateAsync(
                row => row.SetProperty(x => x.Count, x => x.Count + issue.Count).SetProperty(x => x.At, issue.At),
                cancellationToken);
    }
}
