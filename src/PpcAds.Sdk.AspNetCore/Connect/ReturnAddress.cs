using Microsoft.AspNetCore.Http.HttpResults;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// Addresses that a request may name to come back to: paths of this host and nothing else, or else anybody could send a user
/// anywhere.
/// </summary>
internal static class ReturnAddress
{
    /// <summary>It travels in a cookie, which browsers cut off at 4096 bytes.</summary>
    public const int Longest = 1000;

    /// <summary>Whether it is a path of this host, as it must stand in a header: percent-encoded.</summary>
    public static bool IsLocal(string address) =>
        address.Length <= Longest
        && address.StartsWith('/')
        && address.All(letter => letter is > ' ' and < '\x7f')
        && !address.Contains('\\', StringComparison.Ordinal)
        && RedirectHttpResult.IsLocalUrl(address);
}
