using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>A keyword as it is stored.</summary>
public sealed record KeywordRecord : EntityRecord, IEntityRecord<KeywordRecord>
{
    /// <summary>The id.</summary>
    public required KeywordId KeywordId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>
    /// The campaign it is in; <see langword="null"/> when only a report named the keyword, without its campaign.
    /// </summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>
    /// The ad group it is in; <see langword="null"/> when only a report named the keyword, without its ad group.
    /// </summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>The words.</summary>
    public string? KeywordText { get; init; }

    /// <summary>The match type as Amazon writes it.</summary>
    public string? MatchType { get; init; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; init; }

    /// <summary>The bid in the profile's currency; <see langword="null"/> means the ad group's default bid.</summary>
    public decimal? Bid { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<KeywordRecord> Table { get; } = new()
    {
        EntityType = "keywords",
        Name = "ppc_keywords",
        IdColumn = "keyword_id",
        SumsOf = DatasetGrain.Target,
        Columns =
        [
            new("ad_product", EntityColumnKind.Text, keyword => keyword.AdProduct) { IsKey = true },
            new("campaign_id", EntityColumnKind.Number, keyword => keyword.CampaignId?.Value),
            new("ad_group_id", EntityColumnKind.Number, keyword => keyword.AdGroupId?.Value),
            new("keyword_text", EntityColumnKind.Text, keyword => keyword.KeywordText),
            new("match_type", EntityColumnKind.Text, keyword => keyword.MatchType),
            new("state", EntityColumnKind.Text, keyword => keyword.State),
            new("bid", EntityColumnKind.Money, keyword => keyword.Bid),
        ],
        Read = values => new KeywordRecord
        {
            KeywordId = new KeywordId(values.EntityId),
            AdProduct = values.Text("ad_product")!,
            CampaignId = values.Number("campaign_id") is { } campaign ? new CampaignId(campaign) : null,
            AdGroupId = values.Number("ad_group_id") is { } adGroup ? new AdGroupId(adGroup) : null,
            KeywordText = values.Text("keyword_text"),
            MatchType = values.Text("match_type"),
            State = values.Text("state"),
            Bid = values.Money("bid"),
        },
    };

    long IEntityRecord.EntityId => KeywordId.Value;

    /// <summary>The record of a Sponsored Products keyword.</summary>
    public static KeywordRecord From(SpKeyword keyword)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        return new KeywordRecord
        {
            KeywordId = keyword.KeywordId,
            AdProduct = AdProducts.SponsoredProducts,
            CampaignId = keyword.CampaignId.OrNull(),
            AdGroupId = keyword.AdGroupId.OrNull(),
            KeywordText = keyword.KeywordText,
            MatchType = keyword.MatchType.Value.OrNull(),
            State = keyword.State.Value.OrNull(),
            Bid = keyword.Bid,
        };
    }
}
