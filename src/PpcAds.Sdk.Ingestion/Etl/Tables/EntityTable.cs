namespace PpcAds.Sdk.Etl;

/// <summary>Where entities of one type are stored.</summary>
public abstract class EntityTable
{
    private protected EntityTable()
    {
    }

    /// <summary>The display name of the type, such as <c>ad groups</c>.</summary>
    public required string EntityType { get; init; }

    /// <summary>The table, such as <c>ppc_ad_groups</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The column of the id, such as <c>ad_group_id</c>.</summary>
    public required string IdColumn { get; init; }

    /// <summary>
    /// What one row of a dataset is about whose sums stand on the entities; <see langword="null"/> for entities without sums.
    /// </summary>
    public DatasetGrain? SumsOf { get; init; }

    /// <summary>The attributes.</summary>
    public abstract IReadOnlyList<EntityColumn> Attributes { get; }

    /// <summary>The column that says which campaign an entity belongs to; <see langword="null"/> when none does.</summary>
    public string? CampaignColumn =>
        IdColumn == "campaign_id" || Attributes.Any(column => column.Name == "campaign_id") ? "campaign_id" : null;

    /// <summary>
    /// Gets the columns of the primary key behind the account, in their order: profile and id, and the ad product of entities
    /// that have one, since Amazon's ids are unique within a product only.
    /// </summary>
    public IReadOnlyList<string> KeyColumns =>
        IsOfProfile
            ? ["profile_id", IdColumn, .. Attributes.Where(column => column.IsKey).Select(column => column.Name)]
            : [IdColumn];

    /// <summary>Whether entities belong to a profile; only profiles themselves do not.</summary>
    public bool IsOfProfile => IdColumn != "profile_id";
}
