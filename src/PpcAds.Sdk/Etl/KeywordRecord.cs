using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>A keyword as it is stored.</summary>
public sealed record KeywordRecord : IEntityRecord
{
    /// <summary>The id.</summary>
    public required KeywordId KeywordId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The words.</summary>
    public string? KeywordText { get; init; }

    /// <summary>The match type as Amazon writes it.</summary>
    public string? MatchType { get; init; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; init; }

    /// <summary>The bid in the profile's currency; <see langword="null"/> means the ad group's default bid.</summary>
    public decimal? Bid { get; init; }

    static string IEntityRecord.EntityType => "keywords";

    long IEntityRecord.EntityId => KeywordId.Value;

    /// <summary>The record of a Sponsored Products keyword.</summary>
    public static KeywordRecord From(Keyword keyword)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        return new KeywordRecord
        {
            KeywordId = keyword.KeywordId,
            AdProduct = AdProducts.SponsoredProducts,
            CampaignId = keyword.CampaignId,
            AdGroupId = keyword.AdGroupId,
            KeywordText = keyword.KeywordText,
            MatchType = keyword.MatchType.Value,
            State = keyword.State.Value,
            Bid = keyword.Bid,
        };
    }
}
