using System.ComponentModel;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>A campaign that changed much.</summary>
/// <param name="Row">The campaign.</param>
/// <param name="Account">The account's name.</param>
/// <param name="Change">How much the figure changed.</param>
/// <param name="Values">The figure by day.</param>
/// <param name="FillsAt">The place of the first day that still fills in.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record Mover(
    PerformanceTableRow Row, string Account, decimal Change, IReadOnlyList<decimal?> Values, int? FillsAt);
