using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>What a load does with the days of its report.</summary>
/// <param name="Replaced">The days that become what the report says.</param>
/// <param name="Unproven">
/// Days at the edge of what Amazon keeps, of which the report has nothing, or less than half of what is stored: left as they are,
/// since Amazon may just have dropped them.
/// </param>
[Experimental(Experimentals.StoreMakers)]
public sealed record LoadDays(IReadOnlySet<DateOnly> Replaced, IReadOnlySet<DateOnly> Unproven);
