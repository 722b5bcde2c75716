namespace PpcAds.Sdk.Etl;

/// <summary>
/// A target other than a keyword, as it is stored: a product, a category, an audience, a theme or an automatic group.
/// </summary>
public sealed record TargetRecord : EntityRecord, IEntityRecord<TargetRecord>
{
    /// <summary>The id.</summary>
    public required TargetId TargetId { get; init; }

    /// <summary>The ad product.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The campaign it is in; Amazon leaves it out in some lists.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary><c>product</c>, <c>auto</c>, <c>theme</c> or <c>audience</c>.</summary>
    public string? TargetKind { get; init; }

    /// <summary>Manual or automatic, as Amazon's newer APIs write it.</summary>
    public string? ExpressionType { get; init; }

    /// <summary>What is targeted, as a JSON array of conditions.</summary>
    public string? Expression { get; init; }

    /// <summary>The same with names in place of ids.</summary>
    public string? ResolvedExpression { get; init; }

    /// <summary>The state as Amazon's newer APIs write it; null when only a report named the target.</summary>
    public string? State { get; init; }

    /// <summary>The bid in the profile's currency; <see langword="null"/> means the ad group's default bid.</summary>
    public decimal? Bid { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<TargetRecord> Table { get; } = new()
    {
        EntityType = "targets",
        Name = "ppc_targets",
        IdColumn = "target_id",
        SumsOf = DatasetGrain.Target,
        Columns =
        [
            new("ad_product", EntityColumnKind.Text, target => target.AdProduct) { IsKey = true },
            new("campaign_id", EntityColumnKind.Number, target => target.CampaignId?.Value) { IsPermanent = true },
            new("ad_group_id", EntityColumnKind.Number, target => target.AdGroupId?.Value),
            new("target_kind", EntityColumnKind.Text, target => target.TargetKind),
            new("expression_type", EntityColumnKind.Text, target => target.ExpressionType) { IsListOnly = true },
            new("expression", EntityColumnKind.Text, target => target.Expression) { IsListOnly = true },
            new("resolved_expression", EntityColumnKind.Text, target => target.ResolvedExpression) { IsListOnly = true },
            new("state", EntityColumnKind.Text, target => target.State),
            new("bid", EntityColumnKind.Money, target => target.Bid),
        ],
        Read = values => new TargetRecord
        {
            TargetId = new TargetId(values.EntityId),
            AdProduct = values.Text("ad_product")!,
            CampaignId = values.Number("campaign_id") is { } campaign ? new CampaignId(campaign) : null,
            AdGroupId = values.Number("ad_group_id") is { } adGroup ? new AdGroupId(adGroup) : null,
            TargetKind = values.Text("target_kind"),
            ExpressionType = values.Text("expression_type"),
            Expression = values.Text("expression"),
            ResolvedExpression = values.Text("resolved_expression"),
            State = values.Text("state"),
            Bid = values.Money("bid"),
        },
    };

    long IEntityRecord.EntityId => TargetId.Value;
}
