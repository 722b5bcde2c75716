using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>Reads what needs a person, the worst first.</summary>
internal static class AttentionReader
{
    public static async Task<IReadOnlyList<AttentionItem>> ReadAsync(HttpContext context, Scope scope)
    {
        IReportJobStore jobs = context.RequestServices.GetRequiredService<IReportJobStore>();
        DateTimeOffset now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var items = new List<AttentionItem>();
        (bool isAbsent, DateTimeOffset? seen) = await WorkerWatch.ReadAsync(context).ConfigureAwait(false);
        if (isAbsent)
        {
            items.Add(new AttentionItem(
                StatusKind.Attention,
                "No worker takes on runs",
                (seen is { } at ? $"No worker has looked in since {DateText.Moment(at, now)}." : "No worker has looked in yet.")
                    + " Runs wait until one starts.",
                "See the runs",
                "/runs"));
        }

        foreach (AccountState state in scope.Accounts)
        {
            items.AddRange(OfConsent(state, now));
            IReadOnlyList<ReportJob> open = await jobs.ListOpenAsync(
                new ReportJobFilter { AccountId = state.Account.AccountId }, context.RequestAborted).ConfigureAwait(false);
            items.AddRange(OfSuspects(state, open, now));
            if (state.Account.Status == AccountStatus.Active)
            {
                items.AddRange(state.Profiles.Where(profile => profile.IsBehind)
                    .Select(profile => OfLag(state, profile, open, now)));
                items.AddRange(await OfRefusalsAsync(context, jobs, state).ConfigureAwait(false));
            }
        }

        return [.. items.OrderBy(item => item.Kind switch { StatusKind.Bad => 0, StatusKind.Attention => 1, _ => 2 })];
    }

    private static IEnumerable<AttentionItem> OfConsent(AccountState state, DateTimeOffset now)
    {
        Account account = state.Account;
        string path = $"/accounts/{account.AccountId}/connect";
        if (state.WasNeverConnected)
        {
            yield return new AttentionItem(
                StatusKind.Note, $"{account.Name} is not connected yet", "Nothing syncs until it is.", "Connect", path);
        }
        else if (account.Status == AccountStatus.NeedsConsent)
        {
            string what = account.ConsentEndsAt is { } ended && ended <= now
                ? $"The consent ended on {DateText.Day(DateOnly.FromDateTime(ended.UtcDateTime), now)}."
                : "Amazon refuses the grant: the advertiser took it back, or it has no access any more.";
            yield return new AttentionItem(
                StatusKind.Bad,
                $"{account.Name}: consent is needed",
                $"{what} Nothing syncs until the advertiser connects again; data so far stays.",
                "Connect again",
                path);
        }
        else if (account.ConsentEndsAt is { } end && end - now <= GrantLifetime.FirstWarning)
        {
            yield return new AttentionItem(
                StatusKind.Attention,
                $"{account.Name}: consent ends in {Math.Max(0, (int)Math.Ceiling((end - now).TotalDays))} days",
                $"It ends on {DateText.LongDay(DateOnly.FromDateTime(end.UtcDateTime))}. Renewing now avoids a gap.",
                "Renew consent",
                path);
        }
    }

    private static IEnumerable<AttentionItem> OfSuspects(
        AccountState state, IReadOnlyList<ReportJob> open, DateTimeOffset now) => open
        .Where(job => job.State == ReportJobState.Suspect)
        .GroupBy(job => job.Dataset, StringComparer.Ordinal)
        .Select(group => new AttentionItem(
            StatusKind.Attention,
            $"{state.Account.Name}: suspect report of {group.Key}",
            string.Join(", ", group.Select(job => DateText.Period(job.StartDate, job.EndDate, now)).Distinct())
                + ": the new report would remove too much of what is stored. The earlier figures stay until a second report agrees.",
            "See the runs",
            $"/runs?account={state.Account.AccountId}"));

    private static AttentionItem OfLag(
        AccountState state, ProfileState profile, IReadOnlyList<ReportJob> open, DateTimeOffset now)
    {
        ReportJob? oldest = open
            .Where(job => job.ProfileId == profile.Profile.ProfileId
                && job.State is ReportJobState.Requested or ReportJobState.Generating)
            .MinBy(job => job.RequestedAt ?? now);
        string report = oldest?.RequestedAt is { } since
            ? $" A report of {oldest.Dataset} has been generating for {DateText.Duration(now - since)}."
            : "";
        return new AttentionItem(
            StatusKind.Attention,
            $"{state.Account.Name} {profile.Country} is {profile.DaysBehind} days behind",
            $"Newest complete day is {DateText.Day(profile.NewestDay!.Value, now)}.{report}",
            state.OpenRun is null ? "See the runs" : "See the run",
            state.OpenRun is { } run ? $"/runs/{run.RunId}" : $"/runs?account={state.Account.AccountId}");
    }

    private static async Task<IReadOnlyList<AttentionItem>> OfRefusalsAsync(
        HttpContext context, IReportJobStore jobs, AccountState state)
    {
        var items = new List<AttentionItem>();
        foreach (ProfileState profile in state.Profiles)
        {
            DatasetRefusal[] refusals =
            [
                .. (await jobs.ListRefusalsAsync(state.Account.AccountId, profile.Profile.ProfileId, context.RequestAborted)
                    .ConfigureAwait(false)).Where(refusal => refusal.IsPersistent),
            ];
            if (refusals.Length > 0)
            {
                items.Add(new AttentionItem(
                    StatusKind.Note,
                    $"Amazon refuses {string.Join(", ", refusals.Select(refusal => refusal.Dataset))} of {state.Account.Name} "
                        + profile.Country,
                    refusals[0].Reason + " It is tried again once a day. No action if that is intended."));
            }
        }

        return items;
    }
}
