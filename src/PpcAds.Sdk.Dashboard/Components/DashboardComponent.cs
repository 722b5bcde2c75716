using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>A part of a page. Parts show what they are given; they read nothing.</summary>
/// <remarks>Public because Razor components are; not meant for use outside the dashboard.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DashboardComponent : ComponentBase
{
    /// <summary>Gets or sets what all parts of a page know.</summary>
    [CascadingParameter]
    public PageContext Page { get; set; } = null!;
}
