using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Pages.Tables;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Entity;

/// <summary>What an entity is made of.</summary>
/// <param name="Grain">What the parts are.</param>
/// <param name="Rows">The largest of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Address">The address of all of them.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EntityPart(TableGrain Grain, IReadOnlyList<PerformanceTableRow> Rows, long Count, string Address);
