namespace PpcAds.Sdk.Etl;

/// <summary>A target that keeps ads away, as it is stored: of an ad group, or of a whole campaign.</summary>
public sealed record NegativeTargetRecord : EntityRecord, IEntityRecord<NegativeTargetRecord>
{
    /// <summary>The id.</summary>
    public required TargetId TargetId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The campaign it is in; Amazon leaves it out in some lists.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The ad group it is in; <see langword="null"/> for one of the whole campaign.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>What is kept away from, as a JSON array of conditions.</summary>
    public string? Expression { get; init; }

    /// <summary>The same with names in place of ids.</summary>
    public string? ResolvedExpression { get; init; }

    /// <summary>The state as Amazon's newer APIs write it.</summary>
    public string? State { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<NegativeTargetRecord> Table { get; } = new()
    {
        EntityType = "negative targets",
        Name = "ppc_negative_targets",
        IdColumn = "target_id",
        Columns =
        [
            new("ad_product", EntityColumnKind.Text, target => target.AdProduct) { IsKey = true },
            new("campaign_id", EntityColumnKind.Number, target => target.CampaignId?.Value) { IsPermanent = true },
            new("ad_group_id", EntityColumnKind.Number, target => target.AdGroupId?.Value),
            new("expression", EntityColumnKind.Text, target => target.Expression) { IsListOnly = true },
            new("resolved_expression", EntityColumnKind.Text, target => target.ResolvedExpression) { IsListOnly = true },
            new("state", EntityColumnKind.Text, target => target.State),
        ],
        Read = values => new NegativeTargetRecord
        {
            TargetId = new TargetId(values.EntityId),
            AdProduct = values.Text("ad_product")!,
            CampaignId = values.Number("campaign_id") is { } campaign ? new CampaignId(campaign) : null,
            AdGroupId = values.Number("ad_group_id") is { } adGroup ? new AdGroupId(adGroup) : null,
            Expression = values.Text("expression"),
            ResolvedExpression = values.Text("resolved_expression"),
            State = values.Text("state"),
        },
    };

    long IEntityRecord.EntityId => TargetId.Value;
}
