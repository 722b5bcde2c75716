using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>The figures of a row, or by what a load changed them.</summary>
internal sealed class FigureRow
{
    /// <summary>Gets the order of the key: entities, and the days of each.</summary>
    public static IComparer<FigureRow> ByKey { get; } = Comparer<FigureRow>.Create((one, other) =>
    {
        int campaign = one.CampaignId.CompareTo(other.CampaignId);
        int detail = campaign != 0
            ? campaign
            : one.Detail.ToByteArray(true).AsSpan().SequenceCompareTo(other.Detail.ToByteArray(true));
        return detail != 0 ? detail : one.Date.CompareTo(other.Date);
    });

    public DateOnly Date { get; init; }

    public long CampaignId { get; init; }

    public Guid Detail { get; init; }

    public DateTimeOffset KnownAt { get; init; }

    public int? Impressions { get; init; }

    public int? Clicks { get; init; }

    public decimal? Cost { get; init; }

    public decimal? Sales { get; init; }

    public int? Orders { get; init; }

    public int? Units { get; init; }

    public PerformanceSums ToSums() =>
        new(Impressions ?? 0, Clicks ?? 0, Cost ?? 0, Sales ?? 0, Orders ?? 0, Units ?? 0);
}
