using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.AspNetCore.Ingestion;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Days;

/// <summary>Which days are here, which are not, and why.</summary>
internal static class DaysPages
{
    private const string Root = "/data";
    private const int Default = 47;

    private static readonly int[] Lengths = [47, 95];

    public static DashboardFeature Feature { get; } = new(Map, Root);

    private static void Map(RouteGroupBuilder group)
    {
        group.MapPage(Root, ShowAsync);
        LimitMetadata.Add(
            group.MapForm(Root + "/{accountId}/{profileId}/{dataset}/{day}/request", RequestAsync), PpcAdsRateLimit.Sync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, "profile", "days", "show");
        IReadOnlyList<AccountState> visible = await ScopeReader.ReadVisibleAsync(context).ConfigureAwait(false);
        (AccountState? account, ProfileState? profile) = Choose(visible, url["profile"]);
        int days = url["days"] is not { } text ? Default
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && Lengths.Contains(count) ? count
            : throw new PageException(ProblemPages.WrongValue("days", string.Join(" or ", Lengths)));
        if (url["show"] is not (null or "problems"))
        {
            throw new PageException(ProblemPages.WrongValue("show", "problems, or left out"));
        }

        var model = new DaysModel { Url = url, Visible = visible };
        return PageResult.Of<DaysPage>(account is null || profile is null
            ? model
            : await new DaysReader(context, account, profile).ReadAsync(model, days, url["show"] is not null)
                .ConfigureAwait(false));
    }

    /// <summary>The profile of the address; else the first one that there is.</summary>
    private static (AccountState? Account, ProfileState? Profile) Choose(IReadOnlyList<AccountState> visible, string? id)
    {
        if (id is null)
        {
            AccountState? first = visible.FirstOrDefault(state => state.Profiles.Count > 0);
            return (first, first?.Profiles[0]);
        }

        foreach (AccountState state in visible)
        {
            if (state.Profiles.FirstOrDefault(one => $"{state.Account.AccountId}.{one.Profile.ProfileId}" == id) is { } found)
            {
                return (state, found);
            }
        }

        throw new PageException(ProblemPages.NotFound());
    }

    private static async Task<IResult> RequestAsync(HttpContext context, IFormCollection form)
    {
        Account account = await PpcAdsAccountAccess.FindAsync(context, context.Route("accountId")).ConfigureAwait(false)
            ?? throw new PageException(ProblemPages.NotFound());
        if (!ProfileId.TryParse(context.Route("profileId"), out ProfileId profile)
            || Datasets.Find(context.Route("dataset") ?? "") is not { } dataset
            || !DateOnly.TryParseExact(
                context.Route("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            throw new PageException(ProblemPages.NotFound());
        }

        QueuedRun run = await RunActions.SyncAccountAsync(
            context,
            account,
            new RunRequest { ProfileId = profile, StartDate = day, EndDate = day, Datasets = [dataset.Id] }).ConfigureAwait(false);
        return FlashCookie.Redirect(
            context,
            $"/runs/{run.RunId}",
            new Flash($"{dataset.Id} of {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is requested again."));
    }
}
