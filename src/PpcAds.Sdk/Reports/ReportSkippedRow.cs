using System.Globalization;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// An element of the report's array that is no row object. It is left out and reported, so that the rest can be used.
/// </summary>
/// <param name="Position">Its position in the file's array, counted from 0.</param>
/// <param name="Reason">What stood there instead.</param>
public readonly record struct ReportSkippedRow(long Position, string Reason)
{
    /// <summary>Position and reason.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Row {Position}: {Reason}");
}
