using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>What a report would remove.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="IsSuspect">Whether they stay, since too many would be removed at the same time.</param>
/// <param name="Digest">What stands for them when they stay.</param>
/// <param name="ByDate">How much of each day.</param>
internal sealed record Removal(long Rows, bool IsSuspect, string? Digest, IReadOnlyDictionary<DateOnly, DayFigures> ByDate)
{
    public static readonly Removal None = new(0, false, null, new Dictionary<DateOnly, DayFigures>());

    /// <summary>Rows stay, since rows of the report that could not be read may have been them.</summary>
    public static readonly Removal Held = None with { IsSuspect = true };

    public bool Applies => Rows > 0 && !IsSuspect;
}
