using System.ComponentModel;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Dashboard.Pages.Days;

/// <summary>The days of a dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Days">The days of the calendar, in order.</param>
/// <param name="Newest">The newest day that is loaded whole.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DatasetDays(Dataset Dataset, IReadOnlyList<(DateOnly Date, DayShape Shape)> Days, DateOnly? Newest)
{
    /// <summary>Gets the days that need someone, or wait.</summary>
    public IEnumerable<(DateOnly Date, DayShape Shape)> Exceptions =>
        Days.Where(day => day.Shape is DayShape.OnItsWay or DayShape.Suspect or DayShape.Missing);

    /// <summary>Gets a value that indicates whether days are suspect or missing.</summary>
    public bool HasProblems => Days.Any(day => day.Shape is DayShape.Suspect or DayShape.Missing);
}
