using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Sinks;

/// <summary>
/// Entities of which nothing but ids is known, since only a report named them: with a row for each, the sums over entities equal
/// those over rows. For sinks that keep sums on entities.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public static class ReportedEntity
{
    /// <summary>Gets the entity whose sums a row belongs to; <see langword="null"/> if it belongs to none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="dataset">Its dataset.</param>
    public static IEntityRecord? Of(PerformanceRecord row, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Grain switch
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
                PerformanceText.TargetKind) == TargetKinds.Keyword => new KeywordRecord
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
}
