namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>The icon and the classes of a status.</summary>
internal static class StatusLooks
{
    public static string Icon(StatusKind kind) => kind switch
    {
        StatusKind.Good => "ok",
        StatusKind.Attention => "wa",
        StatusKind.Bad => "ba",
        StatusKind.Working => "in",
        StatusKind.Waiting => "wait",
        StatusKind.Paused => "pause",
        StatusKind.NotTried => "skip",
        _ => "note",
    };

    /// <summary>The class of a pill.</summary>
    public static string? Pill(StatusKind kind) => kind switch
    {
        StatusKind.Good => "ok",
        StatusKind.Attention => "wa",
        StatusKind.Bad => "ba",
        StatusKind.Working => "in",
        _ => null,
    };

    /// <summary>The class of a colour alone.</summary>
    public static string Ink(StatusKind kind) => Pill(kind) is { } pill ? $"k-{pill}" : "k-m";
}
