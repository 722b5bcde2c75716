using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Records;

/// <summary>Sums of rows as a query gives them; null where no row has a figure.</summary>
internal sealed class SummedFigures
{
    /// <summary>The entity that they are of.</summary>
    public long? Id { get; init; }

    /// <summary>Whether it is a keyword.</summary>
    public bool IsKeyword { get; init; }

    public string Currency { get; init; } = "";

    public long Rows { get; init; }

    public long? Impressions { get; init; }

    public long? Clicks { get; init; }

    public decimal? Cost { get; init; }

    public decimal? Sales { get; init; }

    public long? Orders { get; init; }

    public long? Units { get; init; }

    public PerformanceSums ToSums() =>
        new(Impressions ?? 0, Clicks ?? 0, Cost ?? 0, Sales ?? 0, Orders ?? 0, Units ?? 0);
}
