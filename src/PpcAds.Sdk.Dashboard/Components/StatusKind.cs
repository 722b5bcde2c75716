using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>The statuses, each with a colour and a shape of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum StatusKind
{
    /// <summary>Good: a disc with a tick.</summary>
    Good,

    /// <summary>It needs attention: a triangle.</summary>
    Attention,

    /// <summary>Bad: an octagon with a cross.</summary>
    Bad,

    /// <summary>It goes on: an open ring.</summary>
    Working,

    /// <summary>Not yet: a dotted ring.</summary>
    Waiting,

    /// <summary>Paused: two bars.</summary>
    Paused,

    /// <summary>Not tried: a dash.</summary>
    NotTried,

    /// <summary>For information: a diamond.</summary>
    Note,
}
