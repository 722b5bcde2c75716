using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Tables;

namespace PpcAds.Sdk.Dashboard.Pages.Entity;

/// <summary>One campaign, ad group, keyword, search term, placement or product: how it went by day.</summary>
internal static class EntityPages
{
    public static DashboardFeature Feature { get; } = new(group =>
    {
        foreach (TableGrain grain in TableGrain.All)
        {
            group.MapPage(grain.Path + "/{id}", context => EntityReader.ShowAsync(context, grain));
            group.MapPage(grain.Path + "/{id}/days.csv", context => EntityReader.DownloadAsync(context, grain));
        }
    });
}
