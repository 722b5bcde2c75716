using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>Entities of which nothing but ids is known, since only a report named them.</summary>
internal static class Stubs
{
    public static IEntityRecord? Of(PerformanceRecord row, Dataset dataset) => dataset.Grain switch
    {
        DatasetGrain.Campaign when row.CampaignId is { } campaign =>
            new CampaignRecord { CampaignId = campaign, AdProduct = dataset.AdProduct },
        DatasetGrain.AdGroup when row.AdGroupId is { } adGroup => new AdGroupRecord
        {
            AdGroupId = adGroup,
            AdProduct = dataset.AdProduct,
            CampaignId = row.CampaignId,
        },
        DatasetGrain.Target when row.TargetId is { } keyword && row.Texts.GetValueOrDefault(
            PerformanceText.TargetKind) == "keyword" => new KeywordRecord
            {
                KeywordId = new KeywordId(keyword),
                AdProduct = dataset.AdProduct,
                CampaignId = row.CampaignId,
                AdGroupId = row.AdGroupId,
                KeywordText = row.Texts.GetValueOrDefault(PerformanceText.TargetText),
                MatchType = row.Texts.GetValueOrDefault(PerformanceText.MatchType),
            },
        DatasetGrain.Target when row.TargetId is { } target => new TargetRecord
        {
            TargetId = new TargetId(target),
            AdProduct = dataset.AdProduct,
            CampaignId = row.CampaignId,
            AdGroupId = row.AdGroupId,
            TargetKind = row.Texts.GetValueOrDefault(PerformanceText.TargetKind),
        },
        _ => null,
    };
}
