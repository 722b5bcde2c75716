using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// A row of <c>performance_day_loads</c>: a load of a day, which makes known how old its figures were at an instant.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class PpcPerformanceDayLoad
{
    /// <summary>The profile and dataset.</summary>
    public int ScopeId { get; set; }

    /// <summary>The day, in the profile's time zone.</summary>
    public DateOnly Date { get; set; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset LoadedAt { get; set; }

    /// <summary>When Amazon took the figures.</summary>
    public DateTimeOffset ReportGeneratedAt { get; set; }
}
