using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Formatting;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>
/// A figure of a table. What Amazon does not report, what has no divisor and what was never loaded are three things, and none of
/// them is 0.
/// </summary>
/// <param name="Text">How it reads.</param>
/// <param name="Kind">What it is.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CellValue(string Text, CellKind Kind = CellKind.Figure)
{
    /// <summary>Gets what Amazon does not report.</summary>
    public static CellValue NotReported { get; } = new("—", CellKind.NotReported);

    /// <summary>Gets a day that was never loaded.</summary>
    public static CellValue NotLoaded { get; } = new("not loaded", CellKind.NotLoaded);

    /// <summary>An amount; its currency stands in the subtitle.</summary>
    /// <param name="amount">The amount; <see langword="null"/> if it is not reported.</param>
    /// <param name="currency">Its currency.</param>
    public static CellValue Money(decimal? amount, string currency) =>
        amount is { } value ? new(NumberText.Amount(value, currency)) : NotReported;

    /// <summary>A count.</summary>
    /// <param name="count">The count; <see langword="null"/> if it is not reported.</param>
    public static CellValue Count(decimal? count) => count is { } value ? new(NumberText.Count(value)) : NotReported;

    /// <summary>A rate as a percentage.</summary>
    /// <param name="fraction">The rate as a fraction; <see langword="null"/> without a divisor.</param>
    /// <param name="without">What is missing then, such as <c>no sales</c>; empty if nothing happened at all.</param>
    /// <param name="decimals">The decimals of the percentage.</param>
    public static CellValue Rate(decimal? fraction, string without, int decimals = 1) =>
        fraction is { } value ? new(NumberText.Rate(value, decimals)) : new(without, CellKind.NoDivisor);

    /// <summary>A factor, or an amount per something.</summary>
    /// <param name="value">The value; <see langword="null"/> without a divisor.</param>
    /// <param name="without">What is missing then.</param>
    public static CellValue Factor(decimal? value, string without) =>
        value is { } factor ? new(NumberText.Factor(factor)) : new(without, CellKind.NoDivisor);
}
