namespace PpcAds.Sdk.Etl;

/// <summary>A keyword that keeps ads away, as it is stored: of an ad group, or of a whole campaign.</summary>
public sealed record NegativeKeywordRecord : EntityRecord, IEntityRecord<NegativeKeywordRecord>
{
    /// <summary>The id.</summary>
    public required KeywordId KeywordId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The campaign it is in.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The ad group it is in; <see langword="null"/> for one of the whole campaign.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>The words.</summary>
    public string? KeywordText { get; init; }

    /// <summary>The match type as Amazon's newer APIs write it, such as <c>NEGATIVE_EXACT</c>.</summary>
    public string? MatchType { get; init; }

    /// <summary>The state as Amazon's newer APIs write it.</summary>
    public string? State { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<NegativeKeywordRecord> Table { get; } = new()
    {
        EntityType = "negative keywords",
        Name = "ppc_negative_keywords",
        IdColumn = "keyword_id",
        Columns =
        [
            new("ad_product", EntityColumnKind.Text, keyword => keyword.AdProduct) { IsKey = true },
            new("campaign_id", EntityColumnKind.Number, keyword => keyword.CampaignId?.Value),
            new("ad_group_id", EntityColumnKind.Number, keyword => keyword.AdGroupId?.Value),
            new("keyword_text", EntityColumnKind.Text, keyword => keyword.KeywordText),
            new("match_type", EntityColumnKind.Text, keyword => keyword.MatchType),
            new("state", EntityColumnKind.Text, keyword => keyword.State),
        ],
        Read = values => new NegativeKeywordRecord
        {
            KeywordId = new KeywordId(values.EntityId),
            AdProduct = values.Text("ad_product")!,
            CampaignId = values.Number("campaign_id") is { } campaign ? new CampaignId(campaign) : null,
            AdGroupId = values.Number("ad_group_id") is { } adGroup ? new AdGroupId(adGroup) : null,
            KeywordText = values.Text("keyword_text"),
            MatchType = values.Text("match_type"),
            State = values.Text("state"),
        },
    };

    long IEntityRecord.EntityId => KeywordId.Value;
}
