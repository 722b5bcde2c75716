using System.Text.Json.Serialization;
using PpcAds.Sdk.Exports.Wire;

namespace PpcAds.Sdk.Exports;

/// <summary>
/// A campaign of any ad product. A row of an export, in Amazon's common model: what a product or an entity does not have is
/// <see langword="null"/>.
/// </summary>
public sealed record ExportedCampaign : ExportedObject
{
    /// <summary>The id.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The ad product.</summary>
    public AdProduct? AdProduct { get; init; }

    /// <summary>The portfolio that the campaign is in, if any.</summary>
    public PortfolioId? PortfolioId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The first day, in the profile's time zone.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive; <see langword="null"/> for none.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>The brand of a Sponsored Brands campaign.</summary>
    public string? BrandEntityId { get; init; }

    /// <summary>What is paid for, such as <c>CPC</c> or <c>VCPM</c>.</summary>
    public string? CostType { get; init; }

    /// <summary><c>AUTO</c> or <c>MANUAL</c>.</summary>
    public string? TargetingSettings { get; init; }

    /// <summary>The advertiser's tags.</summary>
    public IReadOnlyList<ExportedTag>? Tags { get; init; }

    /// <summary>The budget.</summary>
    public ExportedBudgetCaps? BudgetCaps { get; init; }

    /// <summary>How bids are moved.</summary>
    [JsonConverter(typeof(FirstObjectJsonConverter<ExportedCampaignOptimization>))]
    public ExportedCampaignOptimization? Optimization { get; init; }

    /// <summary>Whether ads are shown, such as <c>DELIVERING</c> or <c>NOT_DELIVERING</c>.</summary>
    public string? DeliveryStatus { get; init; }

    /// <summary>Why not, or why less.</summary>
    public IReadOnlyList<string>? DeliveryReasons { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreationDateTime { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastUpdatedDateTime { get; init; }
}
