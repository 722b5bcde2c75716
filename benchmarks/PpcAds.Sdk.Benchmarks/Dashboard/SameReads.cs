using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Benchmarks.Reads;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Benchmarks.Dashboard;

/// <summary>
/// What the pages with figures show, read by the same reader and sent as JSON: what a service would write that has pages of its
/// own.
/// </summary>
internal static class SameReads
{
    private const int Rows = 25;
    private const int Movers = 8;

    private static readonly AccountId Account = new(ReadsWorld.AccountId);

    private static readonly PerformancePeriod Month = new(
        DateOnly.FromDateTime(PageHost.Now.DateTime).AddDays(-28), DateOnly.FromDateTime(PageHost.Now.DateTime).AddDays(-1));

    public static void Map(WebApplication application)
    {
        application.MapGet("/same/overview", OverviewAsync);
        application.MapGet("/same/accounts", AccountsAsync);
        application.MapGet("/same/data/{profile:long}", DataAsync);
        application.MapGet("/same/{grain}", TableAsync);
        application.MapGet("/same/{grain}/{id}", RowAsync);
    }

    private static PerformanceSelection Select(DatasetGrain grain) => new(grain, [Account], "EUR", Month);

    private static async Task<IResult> OverviewAsync(IPerformanceTableReader reader, CancellationToken cancellationToken)
    {
        PerformanceSelection selection = Select(DatasetGrain.Campaign);
        var query = new PerformanceTableQuery(selection) { Previous = Month.Previous };
        IReadOnlyList<PerformanceTableRow> movers =
            await reader.ListMoversAsync(query, PerformanceColumn.Cost, Movers, cancellationToken);
        return Results.Json(new
        {
            Currencies = await reader.ListCurrenciesAsync([Account], Month, cancellationToken),
            Days = await reader.ReadDaysAsync(selection, cancellationToken),
            Before = await reader.ReadDaysAsync(selection with { Period = Month.Previous }, cancellationToken),
            Movers = movers,
            DaysOfMovers = await DaysOfAsync(reader, selection, movers, cancellationToken),
        });
    }

    private static async Task<IResult> TableAsync(
        IPerformanceTableReader reader, DatasetGrain grain, CancellationToken cancellationToken)
    {
        PerformanceSelection selection = Select(grain);
        var query = new PerformanceTableQuery(selection) { Previous = Month.Previous };
        ReadPage<PerformanceTableRow> page = await reader.ReadPageAsync(query, new PageRequest(Rows), cancellationToken);
        return Results.Json(new
        {
            Currencies = await reader.ListCurrenciesAsync([Account], Month, cancellationToken),
            page.Items,
            page.Next,
            Sums = await reader.SumAsync(query, cancellationToken),
            Days = await DaysOfAsync(reader, selection, page.Items, cancellationToken),
        });
    }

    /// <summary>A keyword with its days and its search terms.</summary>
    private static async Task<IResult> RowAsync(
        IPerformanceTableReader reader, DatasetGrain grain, string id, CancellationToken cancellationToken)
    {
        PerformanceRowId row = PerformanceRowId.TryParse(id, out PerformanceRowId? parsed)
            ? parsed
            : throw new FormatException(id);
        PerformanceSelection selection = Select(grain) with { ProfileId = row.ProfileId };
        var query = new PerformanceTableQuery(selection) { Row = row, Previous = Month.Previous };
        ReadPage<PerformanceTableRow> found = await reader.ReadPageAsync(query, new PageRequest(1), cancellationToken);
        var terms = new PerformanceTableQuery(Select(DatasetGrain.SearchTerm) with
        {
            ProfileId = row.ProfileId,
            AdProduct = row.AdProduct,
            CampaignId = found.Items[0].CampaignId,
            AdGroupId = found.Items[0].AdGroupId,
            KeywordId = new KeywordId(found.Items[0].TargetId!.Value),
        });
        return Results.Json(new
        {
            Currencies = await reader.ListCurrenciesAsync([Account], Month, cancellationToken),
            found.Items,
            Days = await DaysOfAsync(reader, selection, found.Items, cancellationToken),
            Before = await DaysOfAsync(reader, selection with { Period = Month.Previous }, found.Items, cancellationToken),
            Terms = (await reader.ReadPageAsync(terms, new PageRequest(Movers), cancellationToken)).Items,
            SumsOfTerms = await reader.SumAsync(terms, cancellationToken),
        });
    }

    /// <summary>The days of a profile with their loads, its jobs and its issues.</summary>
    private static async Task<IResult> DataAsync(
        IPpcAdsReader reader,
        IFigureHistory history,
        IReportJobStore jobs,
        ISyncLog log,
        long profile,
        CancellationToken cancellationToken)
    {
        var id = new ProfileId(profile);
        var filter = new ReportJobFilter { AccountId = Account, ProfileId = id };
        var days = new Dictionary<string, object>();
        foreach (Dataset dataset in Datasets.All)
        {
            var figures = new FigureQuery(Account, id, dataset.Id) { StartDate = Month.To.AddDays(-46), EndDate = Month.To };
            days[dataset.Id] = new
            {
                Days = await reader.ListDaysAsync(Account, id, dataset.Id, cancellationToken),
                Loads = await history.ListLoadsAsync(figures, cancellationToken),
            };
        }

        return Results.Json(new
        {
            days,
            Open = await jobs.ListOpenAsync(filter, cancellationToken),
            Newest = (await jobs.ListAsync(filter, new PageRequest(Rows), cancellationToken)).Items,
            Refusals = await jobs.ListRefusalsAsync(Account, id, cancellationToken),
            Issues = await log.ListIssuesAsync(Account, id, 20, cancellationToken),
        });
    }

    /// <summary>Accounts with their profiles, how far these are, and the newest run.</summary>
    private static async Task<IResult> AccountsAsync(
        IAccountStore accounts, IPpcAdsReader reader, IngestionRuns runs, CancellationToken cancellationToken)
    {
        var states = new List<object>();
        foreach (Account account in await accounts.ListAsync(cancellationToken))
        {
            AccountId id = account.AccountId;
            states.Add(new
            {
                account.Name,
                Profiles = (await reader.ListProfilesAsync(new EntityQuery(id), null, cancellationToken)).Items,
                Freshness = (await reader.ListFreshnessAsync(id, null, null, cancellationToken)).Items,
                Runs = (await runs.ListAsync(id, new PageRequest(1), cancellationToken)).Items,
            });
        }

        return Results.Json(states);
    }

    private static async Task<IEnumerable<object>> DaysOfAsync(
        IPerformanceTableReader reader,
        PerformanceSelection selection,
        IReadOnlyList<PerformanceTableRow> rows,
        CancellationToken cancellationToken) =>
        (await reader.ReadDaysOfRowsAsync(selection, [.. rows.Select(row => row.Id)], cancellationToken))
            .Select(pair => (object)new { Row = pair.Key.ToString(), Days = pair.Value });
}
