using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Pages.Days;

/// <summary>What is known of a day of a dataset; each has a shape of its own, told apart without colour.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DayShape
{
    /// <summary>Before the first load, or beyond what Amazon keeps: left blank.</summary>
    None,

    /// <summary>Loaded.</summary>
    Loaded,

    /// <summary>Loaded again later, as Amazon goes on to restate a day.</summary>
    Restated,

    /// <summary>Loaded; Amazon reports no activity.</summary>
    Empty,

    /// <summary>A report of it is on its way.</summary>
    OnItsWay,

    /// <summary>The newest report would have removed too much and was held back.</summary>
    Suspect,

    /// <summary>Never loaded, though Amazon keeps it.</summary>
    Missing,

    /// <summary>Today, which is never requested.</summary>
    Today,
}
