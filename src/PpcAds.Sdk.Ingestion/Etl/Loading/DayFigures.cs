using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>How much data there is for a day, which shows whether a report lacks too much of it.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="CostMicros">Their cost, in millionths.</param>
[Experimental(Experimentals.StoreMakers)]
public readonly record struct DayFigures(long Rows, long CostMicros)
{
    /// <summary>Whether taking away so much leaves less than half: of the rows, or of the cost.</summary>
    /// <param name="removed">What would go.</param>
    public bool LosesHalf(DayFigures removed) => removed.Rows * 2 > Rows || (Int128)removed.CostMicros * 2 > CostMicros;

    /// <summary>Both together.</summary>
    public static DayFigures operator +(DayFigures left, DayFigures right) =>
        new(left.Rows + right.Rows, left.CostMicros + right.CostMicros);

    /// <summary>Both together.</summary>
    public static DayFigures Add(DayFigures left, DayFigures right) => left + right;
}
