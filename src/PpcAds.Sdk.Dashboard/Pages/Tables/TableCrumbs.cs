using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Tables;

/// <summary>The way down to what a table or a row is part of, by names; the period travels along.</summary>
internal static class TableCrumbs
{
    private static readonly string[] Travelling = ["period", "from", "to", "compare"];

    /// <summary>The parameters that go along to a page about one row.</summary>
    public static UrlState Travel(UrlState url) =>
        url with { Values = [.. url.Values.Where(pair => Travelling.Contains(pair.Name))] };

    public static async Task<IReadOnlyList<Crumb>> ReadAsync(
        HttpContext context, TableGrain grain, PerformanceSelection selection, UrlState url)
    {
        if (selection.CampaignId is null || selection.ProfileId is null)
        {
            return [];
        }

        var row = await FindAsync(context, selection with
        {
            Grain = selection.KeywordId is not null || selection.TargetId is not null ? DatasetGrain.Target
                : selection.AdGroupId is not null ? DatasetGrain.AdGroup
                : DatasetGrain.Campaign,
        }).ConfigureAwait(false);
        return row is null ? [] : [.. Of(context, row, url, selection), new Crumb(grain.Title)];
    }

    /// <summary>The campaign of a row, its ad group, its target: as far as it has them.</summary>
    public static IEnumerable<Crumb> Of(
        HttpContext context, PerformanceTableRow row, UrlState url, PerformanceSelection? only = null)
    {
        string root = DashboardSite.Of(context).RootOf(context);
        UrlState travel = Travel(url);
        yield return new Crumb("Campaigns", travel.Change(root + "/campaigns", ("profile", Profile(row))));
        if (row.CampaignId is { } campaign)
        {
            string name = row.CampaignName is { Length: > 0 } known ? known : $"Campaign {campaign}";
            yield return new Crumb(name, travel.Change(PathOf(root, "/campaigns", row, $"{campaign}")));
        }

        if (row.AdGroupId is { } adGroup && (only is null || only.AdGroupId is not null))
        {
            string name = row.AdGroupName is { Length: > 0 } known ? known : $"Ad group {adGroup}";
            yield return new Crumb(name, travel.Change(PathOf(root, "/ad-groups", row, $"{row.CampaignId}.{adGroup}")));
        }

        if (row is { TargetId: { } target, AdGroupId: { } group, CampaignId: { } parent }
            && (only is null || only.KeywordId is not null || only.TargetId is not null))
        {
            string letter = row.TargetKind == "keyword" ? "k" : "t";
            yield return new Crumb(
                row.TargetText is { Length: > 0 } text ? text : $"Target {target}",
                travel.Change(PathOf(root, "/keywords", row, $"{parent}.{group}.{letter}{target}")));
        }
    }

    private static string PathOf(string root, string path, PerformanceTableRow row, string key) =>
        $"{root}{path}/{Uri.EscapeDataString((row.Id with { EntityKey = key }).ToString())}";

    private static string Profile(PerformanceTableRow row) => $"{row.Id.AccountId}.{row.Id.ProfileId}";

    private static async Task<PerformanceTableRow?> FindAsync(HttpContext context, PerformanceSelection selection) =>
        (await context.RequestServices.GetRequiredService<IPerformanceTableReader>()
            .ReadPageAsync(new PerformanceTableQuery(selection), new PageRequest(1), context.RequestAborted)
            .ConfigureAwait(false)).Items.FirstOrDefault();
}
