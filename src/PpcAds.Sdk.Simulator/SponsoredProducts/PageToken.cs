using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>Opaque tokens that belong to one list: operation, profile and filters. Any other use is refused.</summary>
internal static class PageToken
{
    public static string Write(PagePosition position, string list)
    {
        string serial = position.Serial == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{position.Serial}");
        string text = string.Create(CultureInfo.InvariantCulture, $"{position.Offset}.{Fingerprint(list)}{serial}");
        return Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
    }

    public static PagePosition? Read(string token, string list)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (!Convert.TryFromBase64String(token, bytes, out int length))
        {
            return null;
        }

        int serial = 0;
        return Encoding.ASCII.GetString(bytes[..length]).Split('.') is [{ } first, { } fingerprint, .. { Length: <= 1 } rest]
            && fingerprint == Fingerprint(list)
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int offset)
            && (rest.Length == 0 || int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out serial))
            ? new PagePosition(offset, serial)
            : null;
    }

    private static string Fingerprint(string list) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..24];
}
