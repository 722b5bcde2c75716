using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Daily figures of one ad product and grain.</summary>
internal static class PerformanceEndpoints
{
    private static readonly string[] Products =
        [AdProducts.SponsoredProducts, AdProducts.SponsoredBrands, AdProducts.SponsoredDisplay];
    private static readonly string[] Grains = Ids.NamesOf<DatasetGrain>();

    private const string Example = """
        {"dataset":"sp.campaign","items":[{"profile_id":"1001","date":"2026-03-14","campaign_id":"5001","ad_group_id":null,"ad_id":null,"target_id":null,"dimensions":{},"currency":"USD","attribution_days":7,"metrics":{"impressions":1200,"clicks":30,"cost":"21.5","sales":"140.2"},"top_of_search_impression_share":0.35,"changed_at":"2026-03-15T12:00:00+00:00"}],"next":null,"totals":[{"currency":"USD","rows":1,"sums":{"impressions":1200,"clicks":30,"cost":"21.5","sales":"140.2","orders":4,"units":5,"ctr":0.025,"cpc":"0.716667","cvr":0.133333,"acos":0.153352,"roas":6.520930}}]}
        """;

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/performance", ListAsync).WithTags("reading")
            .Describe(
                "ListPerformance",
                "Lists daily figures of one ad product and grain by profile, day and key; on request with sums, one for each "
                + "currency.")
            .Answering<PerformancePageResponse>(StatusCodes.Status200OK, Example)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static async Task<IResult> ListAsync(
        HttpContext context, [AsParameters] PerformanceParameters parameters, [FromServices] IPpcAdsReader reader)
    {
        var values = new QueryValues(
            context,
            [.. PageParameters.Names, "account_id", "profile_id", "campaign_id", "ad_product", "grain", "from", "to", "totals"]);
        PageRequest page = values.Page();
        string? product = values.Choice("ad_product", Products, isRequired: true);
        string? grain = values.Choice("grain", Grains, isRequired: true);
        Dataset? dataset = Datasets.All.FirstOrDefault(known => known.AdProduct == product && Ids.NameOf(known.Grain) == grain);
        if (product is not null && grain is not null && dataset is null)
        {
            values.Add("grain", $"Amazon has no such figures of {product}.");
        }

        long? profile = values.Id("profile_id");
        long? campaign = values.Id("campaign_id");
        DateOnly? from = values.Date("from");
        DateOnly? to = values.Date("to");
        if (from > to)
        {
            values.Add("from", "It is after to.");
        }

        bool withTotals = values.Flag("totals");
        AccountId account = await values.AccountAsync().ConfigureAwait(false);
        var query = new PerformanceQuery(account, dataset!.Id)
        {
            ProfileId = profile is { } profileId ? new ProfileId(profileId) : null,
            CampaignId = campaign is { } campaignId ? new CampaignId(campaignId) : null,
            StartDate = from,
            EndDate = to,
        };
        ReadPage<PerformanceRecord> found = await reader.ListPerformanceAsync(
            query, page, context.RequestAborted).ConfigureAwait(false);
        IReadOnlyList<PerformanceTotals>? totals =
            withTotals ? await reader.SumPerformanceAsync(query, context.RequestAborted).ConfigureAwait(false) : null;
        var answer = new PerformancePageResponse
        {
            Dataset = dataset.Id,
            Items = [.. found.Items.Select(PerformanceItem.Of)],
            Next = found.Next,
            Totals = totals is null ? null : [.. totals.Select(TotalsResponse.Of)],
        };
        return EndpointConventions.Answer(answer, ReadingJsonContext.Default.PerformancePageResponse);
    }
}
