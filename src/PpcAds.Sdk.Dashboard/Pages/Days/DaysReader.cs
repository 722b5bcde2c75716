using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Dashboard.Pages.Days;

/// <summary>Reads which days of a profile are here, from the ledger and the open report jobs.</summary>
internal sealed class DaysReader(HttpContext context, AccountState account, ProfileState profile)
{
    private const int MostJobs = 25;
    private const int MostIssues = 20;

    private readonly IServiceProvider _services = context.RequestServices;
    private readonly AccountId _accountId = account.Account.AccountId;
    private readonly ProfileId _profileId = profile.Profile.ProfileId;

    public async Task<DaysModel> ReadAsync(DaysModel page, int days, bool problemsOnly)
    {
        DateOnly[] dates = [.. Enumerable.Range(0, days + 1).Select(day => profile.Yesterday.AddDays(1 + day - days))];
        IReportJobStore jobs = _services.GetRequiredService<IReportJobStore>();
        IReadOnlyList<ReportJob> open = await jobs.ListOpenAsync(
            new ReportJobFilter { AccountId = _accountId, ProfileId = _profileId }, context.RequestAborted).ConfigureAwait(false);
        var datasets = new List<DatasetDays>();
        foreach (Dataset dataset in Wanted())
        {
            datasets.Add(await ReadAsync(dataset, dates, open).ConfigureAwait(false));
        }

        ReadPage<ReportJob> newest = await jobs.ListAsync(
            new ReportJobFilter { AccountId = _accountId, ProfileId = _profileId }, new PageRequest(MostJobs), context.RequestAborted)
            .ConfigureAwait(false);
        return page with
        {
            Account = account,
            Profile = profile,
            Days = dates,
            Datasets = [.. datasets.Where(dataset => !problemsOnly || dataset.HasProblems)],
            Jobs = [.. newest.Items.OrderBy(job => Runs.ReportStates.OrderOf(job.State)).ThenByDescending(job => job.JobId)],
            Refusals = [.. (await jobs.ListRefusalsAsync(_accountId, _profileId, context.RequestAborted).ConfigureAwait(false))
                .Where(refusal => refusal.IsPersistent)],
            Issues = await _services.GetRequiredService<ISyncLog>()
                .ListIssuesAsync(_accountId, _profileId, MostIssues, context.RequestAborted).ConfigureAwait(false),
            Rates = await RatesAsync().ConfigureAwait(false),
        };
    }

    /// <summary>Those that the service loads.</summary>
    private IEnumerable<Dataset> Wanted()
    {
        IList<string>? chosen = _services.GetRequiredService<IOptions<PpcAdsOptions>>().Value.Ingestion.Datasets;
        return Datasets.All.Where(dataset => chosen is null || chosen.Contains(dataset.Id)).OrderBy(dataset => dataset.AdProduct switch
        {
            AdProducts.SponsoredProducts => 0,
            AdProducts.SponsoredBrands => 1,
            _ => 2,
        }).ThenBy(dataset => dataset.Grain);
    }

    private async Task<DatasetDays> ReadAsync(Dataset dataset, DateOnly[] dates, IReadOnlyList<ReportJob> open)
    {
        IReadOnlyList<PerformanceDay> ledger = await _services.GetRequiredService<IPpcAdsReader>()
            .ListDaysAsync(_accountId, _profileId, dataset.Id, context.RequestAborted).ConfigureAwait(false);
        var byDate = ledger.ToDictionary(day => day.Date);
        HashSet<DateOnly> again = await LoadedAgainAsync(dataset, dates).ConfigureAwait(false);
        DateOnly? first = ledger.Count > 0 ? ledger[0].Date : null;
        ReportJob[] own = [.. open.Where(job => job.Dataset == dataset.Id)];
        return new DatasetDays(
            dataset,
            [.. dates.Select(date => (date, ShapeOf(date, byDate.GetValueOrDefault(date), first, again, own)))],
            ledger.LastOrDefault(day => day.State != PerformanceDayState.Suspect)?.Date);
    }

    private DayShape ShapeOf(
        DateOnly date, PerformanceDay? day, DateOnly? first, HashSet<DateOnly> again, ReportJob[] open) => day switch
        {
            _ when date > profile.Yesterday => DayShape.Today,
            { State: PerformanceDayState.Suspect } => DayShape.Suspect,
            { Rows: 0 } => DayShape.Empty,
            { } => again.Contains(date) ? DayShape.Restated : DayShape.Loaded,
            null when open.Any(job => job.StartDate <= date && job.EndDate >= date) => DayShape.OnItsWay,
            null when first is null || date < first => DayShape.None,
            _ => DayShape.Missing,
        };

    private async Task<HashSet<DateOnly>> LoadedAgainAsync(Dataset dataset, DateOnly[] dates)
    {
        if (_services.GetService<IFigureHistory>() is not { } history)
        {
            return [];
        }

        IReadOnlyList<DayLoad> loads = await history.ListLoadsAsync(
            new FigureQuery(_accountId, _profileId, dataset.Id) { StartDate = dates[0], EndDate = dates[^1] },
            context.RequestAborted).ConfigureAwait(false);
        return [.. loads.GroupBy(load => load.Date).Where(day => day.Count() > 1).Select(day => day.Key)];
    }

    /// <summary>Rates are kept by a name of the account, which is its number.</summary>
    private async Task<IReadOnlyList<LearnedRate>?> RatesAsync() => _services.GetService<IRateStore>() is { } store
        ?
        [
            .. (await store.LoadAsync(context.RequestAborted).ConfigureAwait(false))
                .Where(rate => rate.Account == _accountId.ToString()).OrderBy(rate => rate.Region).ThenBy(rate => rate.OperationClass),
        ]
        : null;
}
