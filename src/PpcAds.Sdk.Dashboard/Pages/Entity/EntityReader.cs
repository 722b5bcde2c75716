using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Overview;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Dashboard.Pages.Tables;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Entity;

/// <summary>Reads the page of one row. What is not the user's is answered like what does not exist.</summary>
internal static class EntityReader
{
    private const int MostParts = 8;

    public static async Task<IResult> ShowAsync(HttpContext context, TableGrain grain)
    {
        (Scope scope, PerformanceTableRow row) = await FindAsync(context, grain).ConfigureAwait(false);
        IPerformanceTableReader reader = ReaderOf(context);
        IReadOnlyList<PerformanceDaySums> days = await DaysAsync(context, grain, scope, row, scope.Period).ConfigureAwait(false);
        IReadOnlyList<PerformanceDaySums> before = scope.Previous is { } previous
            ? await DaysAsync(context, grain, scope, row, previous).ConfigureAwait(false)
            : [];
        var model = new EntityModel
        {
            Grain = grain,
            Scope = scope,
            Row = row,
            Days = days,
            Before = before,
            Crumbs = [.. CrumbsOf(context, grain, row, scope.Url)],
            Parts = await PartsAsync(context, reader, grain, scope, row).ConfigureAwait(false),
            AttributionDays = grain.DatasetOf(row.Id).AttributionDaysFor(scope.Profile!.Profile.Type),
        };
        return PageResult.Of<EntityPage>(model with
        {
            Chart = days.Count == 0
                ? null
                : OverviewChart.Of(scope, days, before) with { FillsFrom = model.Fills ? model.FillsFrom : null },
        });
    }

    /// <summary>The days as a file.</summary>
    public static async Task<IResult> DownloadAsync(HttpContext context, TableGrain grain)
    {
        (Scope scope, PerformanceTableRow row) = await FindAsync(context, grain).ConfigureAwait(false);
        IReadOnlyList<PerformanceDaySums> days = await DaysAsync(context, grain, scope, row, scope.Period).ConfigureAwait(false);
        SecurityHeaders.Set(context.Response, []);
        return TypedResults.Stream(
            async stream =>
            {
                CsvWriter csv = new(stream);
                await using var disposal = csv.ConfigureAwait(false);
                await csv.WriteAsync(
                    ["day", "name", "currency", "impressions", "clicks", "spend", "orders", "units", "sales"],
                    context.RequestAborted).ConfigureAwait(false);
                foreach (PerformanceDaySums day in days)
                {
                    await csv.WriteAsync(
                        [
                            day.Date, grain.NameOf(row), scope.Currency, day.Sums.Impressions, day.Sums.Clicks, day.Sums.Cost,
                            day.Sums.Orders, day.Sums.Units, day.Sums.Sales,
                        ],
                        context.RequestAborted).ConfigureAwait(false);
                }
            },
            "text/csv; charset=utf-8",
            $"{grain.Path[1..]}-days-{scope.Period.From:yyyy-MM-dd}-{scope.Period.To:yyyy-MM-dd}.csv");
    }

    private static IPerformanceTableReader ReaderOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IPerformanceTableReader>();

    private static async Task<(Scope Scope, PerformanceTableRow Row)> FindAsync(HttpContext context, TableGrain grain)
    {
        UrlState url = UrlReader.Read(context, PeriodChoice.Parameters);
        if (!PerformanceRowId.TryParse(context.Route("id"), out PerformanceRowId? id))
        {
            throw new PageException(ProblemPages.NotFound());
        }

        // The profile decides about access, currency and time zone.
        Scope scope = await ScopeReader
            .ReadAsync(context, url with { Values = [.. url.Values, ("profile", $"{id.AccountId}.{id.ProfileId}")] })
            .ConfigureAwait(false);
        scope = scope with { Url = url };
        string? currency = scope.Profile?.Profile.CurrencyCode ?? scope.Currency;
        if (currency is null)
        {
            throw new PageException(ProblemPages.NotFound());
        }

        scope = scope with { Currency = currency };
        PerformanceTableQuery query = new(SelectionOf(grain, scope, scope.Period)) { Row = id, Previous = scope.Previous };
        ReadPage<PerformanceTableRow> found = await ReaderOf(context)
            .ReadPageAsync(query, new PageRequest(1), context.RequestAborted).ConfigureAwait(false);
        return found.Items.Count == 1 ? (scope, found.Items[0]) : throw new PageException(ProblemPages.NotFound());
    }

    private static PerformanceSelection SelectionOf(TableGrain grain, Scope scope, PerformancePeriod period) =>
        new(grain.Grain, scope.AccountIds, scope.Currency!, period) { ProfileId = scope.Profile!.Profile.ProfileId };

    private static async Task<IReadOnlyList<PerformanceDaySums>> DaysAsync(
        HttpContext context, TableGrain grain, Scope scope, PerformanceTableRow row, PerformancePeriod period) =>
        (await ReaderOf(context).ReadDaysOfRowsAsync(SelectionOf(grain, scope, period), [row.Id], context.RequestAborted)
            .ConfigureAwait(false)).GetValueOrDefault(row.Id) ?? [];

    private static IEnumerable<Crumb> CrumbsOf(HttpContext context, TableGrain grain, PerformanceTableRow row, UrlState url)
    {
        List<Crumb> all = [.. TableCrumbs.Of(context, row, url)];
        return grain.HasState ? [.. all.SkipLast(1), new Crumb(grain.NameOf(row))] : [.. all, new Crumb(grain.NameOf(row))];
    }

    private static async Task<IReadOnlyList<EntityPart>> PartsAsync(
        HttpContext context, IPerformanceTableReader reader, TableGrain grain, Scope scope, PerformanceTableRow row)
    {
        var parts = new List<EntityPart>();
        foreach (TableGrain child in grain.Children.Select(TableGrain.Of))
        {
            bool isKeyword = row.TargetKind == "keyword";
            PerformanceSelection selection = SelectionOf(child, scope, scope.Period) with
            {
                AdProduct = row.Id.AdProduct,
                CampaignId = row.CampaignId,
                AdGroupId = child.Grain is DatasetGrain.AdGroup or DatasetGrain.Placement ? null : row.AdGroupId,
                KeywordId = grain.Grain == DatasetGrain.Target && isKeyword && row.TargetId is { } keyword
                    ? new KeywordId(keyword)
                    : null,
                TargetId = grain.Grain == DatasetGrain.Target && !isKeyword && row.TargetId is { } target
                    ? new TargetId(target)
                    : null,
            };
            if (selection.Datasets.Count == 0 || (grain.Grain == DatasetGrain.Target && row.TargetId is null))
            {
                continue;
            }

            var query = new PerformanceTableQuery(selection);
            ReadPage<PerformanceTableRow> rows = await reader
                .ReadPageAsync(query, new PageRequest(MostParts), context.RequestAborted).ConfigureAwait(false);
            PerformanceTableTotals totals = await reader.SumAsync(query, context.RequestAborted).ConfigureAwait(false);
            parts.Add(new EntityPart(child, rows.Items, totals.Rows, AddressOf(context, child, scope, selection)));
        }

        return parts;
    }

    private static string AddressOf(HttpContext context, TableGrain child, Scope scope, PerformanceSelection selection) =>
        TableCrumbs.Travel(scope.Url).Change(
            DashboardSite.Of(context).RootOf(context) + child.Path,
            ("profile", $"{selection.AccountIds.First()}.{selection.ProfileId}"),
            ("product", TableParameters.Products.First(pair => pair.Value == selection.AdProduct).Key),
            ("campaign", selection.CampaignId?.ToString()),
            ("group", selection.AdGroupId?.ToString()),
            ("keyword", selection.KeywordId?.ToString()),
            ("target", selection.TargetId?.ToString()));
}
