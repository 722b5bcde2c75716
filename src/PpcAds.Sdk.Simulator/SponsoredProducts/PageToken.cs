using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>Opaque tokens that belong to one list: operation, profile and filters. Any other use is refused.</summary>
internal static class PageToken
{
    public static string Write(int offset, string list) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"{offset.ToString(CultureInfo.InvariantCulture)}.{Fingerprint(list)}"));

    public static int? Read(string token, string list)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (!Convert.TryFromBase64String(token, bytes, out int length))
        {
            return null;
        }

        string[] parts = Encoding.ASCII.GetString(bytes[..length]).Split('.');
        return parts.Length == 2 && parts[1] == Fingerprint(list)
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int offset)
            ? offset
            : null;
    }

    private static string Fingerprint(string list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..24];
}
