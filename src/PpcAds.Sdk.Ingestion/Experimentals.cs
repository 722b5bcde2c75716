namespace PpcAds.Sdk;

/// <summary>Parts of the public API that may change in any release. Use of one is an error until its id is suppressed.</summary>
internal static class Experimentals
{
    /// <summary>What packages of databases need and applications do not. See docs/experimental.md.</summary>
    public const string StoreMakers = "PPCADS001";
}
