namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Why an operation does not go on.</summary>
internal enum Halt
{
    /// <summary>It is at the point it was to run to.</summary>
    Stopped,

    /// <summary>Another operation has a lock that it wants.</summary>
    Blocked,

    /// <summary>It is over.</summary>
    Ended,
}
