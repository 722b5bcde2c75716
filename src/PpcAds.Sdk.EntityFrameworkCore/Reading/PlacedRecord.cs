using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>A record with its place in the table.</summary>
/// <param name="Date">The day.</param>
/// <param name="CampaignId">The campaign; 0 for none.</param>
/// <param name="Detail">The rest of the key.</param>
/// <param name="Record">The record.</param>
internal sealed record PlacedRecord(DateOnly Date, long CampaignId, byte[] Detail, PerformanceRecord Record)
{
    /// <summary>Gets the place. Only the last record of a page needs it.</summary>
    public RowPlace Place => new(Date, CampaignId, Convert.ToHexStringLower(Detail));
}
