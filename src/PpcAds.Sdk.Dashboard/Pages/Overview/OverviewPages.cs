using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Accounts;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>The first page: how much, better or worse, and whether anything is wrong.</summary>
internal static class OverviewPages
{
    public static DashboardFeature Feature { get; } = new(Map, "");

    private static void Map(RouteGroupBuilder group)
    {
        group.MapPage("/", ShowAsync).WithMetadata(FirstPageMetadata.Instance);
        group.MapPage("/overview.csv", DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, Scope.Parameters);
        Scope scope = await ScopeReader.ReadAsync(context, url).ConfigureAwait(false);
        if (scope.Visible.Count == 0)
        {
            return PageResult.Of<FirstStepsPage>(new AccountForm());
        }

        bool maySyncAll = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false) is null;
        return PageResult.Of<OverviewPage>(
            await OverviewReader.ReadAsync(context, scope).ConfigureAwait(false) with { MaySyncAll = maySyncAll });
    }

    /// <summary>The days of the chart: decimals with a point, days as ISO 8601, the currency in a column.</summary>
    private static async Task<IResult> DownloadAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, Scope.Parameters);
        Scope scope = await ScopeReader.ReadAsync(context, url).ConfigureAwait(false);
        IReadOnlyList<PerformanceDaySums> days = scope.Currency is null
            ? []
            : await OverviewReader.ReadDaysAsync(context, scope, scope.Period).ConfigureAwait(false);
        context.Response.Headers["Content-Security-Policy"] = "default-src 'none'";
        return TypedResults.Stream(
            async stream =>
            {
                CsvWriter csv = new(stream);
                await using var disposal = csv.ConfigureAwait(false);
                await csv.WriteAsync(
                    [
                        "day", "currency", "spend", "sales", "orders", "units", "clicks", "impressions", "loaded",
                        "expected",
                    ],
                    context.RequestAborted).ConfigureAwait(false);
                foreach (PerformanceDaySums day in days)
                {
                    PerformanceSums sums = day.Sums;
                    await csv.WriteAsync(
                        [
                            day.Date, scope.Currency, sums.Cost, sums.Sales, sums.Orders, sums.Units, sums.Clicks,
                            sums.Impressions, day.Loaded, day.Expected,
                        ],
                        context.RequestAborted).ConfigureAwait(false);
                }
            },
            "text/csv; charset=utf-8",
            $"overview-{scope.Currency}-{scope.Period.From:yyyy-MM-dd}-{scope.Period.To:yyyy-MM-dd}.csv");
    }
}
