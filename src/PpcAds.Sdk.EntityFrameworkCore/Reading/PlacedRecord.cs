using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>A record with its place in the table.</summary>
/// <param name="Place">The place.</param>
/// <param name="Record">The record.</param>
internal sealed record PlacedRecord(RowPlace Place, PerformanceRecord Record);
