using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Tables;

/// <summary>Campaigns, ad groups, keywords, search terms, placements and products: one page, told what its rows are about.</summary>
internal static class TablePages
{
    public static DashboardFeature Feature { get; } = new(Map, [.. TableGrain.All.Select(grain => grain.Path)]);

    private static void Map(RouteGroupBuilder group)
    {
        foreach (TableGrain grain in TableGrain.All)
        {
            group.MapPage(grain.Path, context => ShowAsync(context, grain));
            group.MapPage(grain.Path + ".csv", context => DownloadAsync(context, grain));
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext context, TableGrain grain)
    {
        UrlState url = UrlReader.Read(context, TableParameters.All);
        int size = TableParameters.ReadSize(url);
        int firstRow = TableParameters.ReadRow(url);
        Scope scope = await ScopeReader.ReadAsync(context, url).ConfigureAwait(false);
        if (scope.Currency is not { } currency)
        {
            return PageResult.Of<TablePage>(new TableModel { Grain = grain, Scope = scope });
        }

        IPerformanceTableReader reader = context.RequestServices.GetRequiredService<IPerformanceTableReader>();
        PerformanceTableQuery query = TableParameters.ReadQuery(grain, scope, currency);
        ReadPage<PerformanceTableRow> page = await ReadPageAsync(context, reader, query, new PageRequest(size, url["after"]))
            .ConfigureAwait(false);
        PerformanceTableTotals totals = await reader.SumAsync(query, context.RequestAborted).ConfigureAwait(false);
        return PageResult.Of<TablePage>(new TableModel
        {
            Grain = grain,
            Scope = scope,
            Query = query,
            Rows = page.Items,
            Next = page.Next,
            Totals = totals,
            Unfiltered = totals.Rows == 0 ? await CountAllAsync(context, reader, query).ConfigureAwait(false) : 0,
            Days = await reader.ReadDaysOfRowsAsync(
                query.Selection, [.. page.Items.Select(row => row.Id)], context.RequestAborted).ConfigureAwait(false),
            Crumbs = await TableCrumbs.ReadAsync(context, grain, query.Selection, url).ConfigureAwait(false),
            Size = size,
            FirstRow = url["after"] is null ? 1 : firstRow,
        });
    }

    private static async Task<ReadPage<PerformanceTableRow>> ReadPageAsync(
        HttpContext context, IPerformanceTableReader reader, PerformanceTableQuery query, PageRequest page)
    {
        try
        {
            return await reader.ReadPageAsync(query, page, context.RequestAborted).ConfigureAwait(false);
        }
        catch (PpcAdsValidationException exception) when (exception.Problems[0].Field == "after")
        {
            throw TableParameters.Wrong("after", "that of a link to a next page");
        }
    }

    private static async Task<long> CountAllAsync(
        HttpContext context, IPerformanceTableReader reader, PerformanceTableQuery query) =>
        (await reader.SumAsync(
            new PerformanceTableQuery(query.Selection with { AdProduct = null }), context.RequestAborted)
            .ConfigureAwait(false)).Rows;

    /// <summary>All that matches, as it comes: no page is held.</summary>
    private static async Task<IResult> DownloadAsync(HttpContext context, TableGrain grain)
    {
        UrlState url = UrlReader.Read(context, TableParameters.All);
        Scope scope = await ScopeReader.ReadAsync(context, url).ConfigureAwait(false);
        PerformanceTableQuery? query = scope.Currency is { } currency
            ? TableParameters.ReadQuery(grain, scope, currency)
            : null;
        IPerformanceTableReader reader = context.RequestServices.GetRequiredService<IPerformanceTableReader>();
        SecurityHeaders.Set(context.Response, []);
        return TypedResults.Stream(
            async stream =>
            {
                CsvWriter csv = new(stream);
                await using var disposal = csv.ConfigureAwait(false);
                await csv.WriteAsync(TableCsv.Headings, context.RequestAborted).ConfigureAwait(false);
                if (query is null)
                {
                    return;
                }

                await foreach (PerformanceTableRow row in reader.ReadAllAsync(query, context.RequestAborted)
                    .ConfigureAwait(false))
                {
                    await csv.WriteAsync(TableCsv.Values(row, query), context.RequestAborted).ConfigureAwait(false);
                }
            },
            "text/csv; charset=utf-8",
            $"{grain.Path[1..]}-{scope.Currency}-{scope.Period.From:yyyy-MM-dd}-{scope.Period.To:yyyy-MM-dd}.csv");
    }
}
