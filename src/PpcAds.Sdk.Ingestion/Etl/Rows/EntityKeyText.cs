using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PpcAds.Sdk.Etl;

/// <summary>The key of a row as text, from the bytes of it that a store keeps. For stores.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class EntityKeyText
{
    /// <summary>Writes the key as <see cref="PerformanceRow.GetEntityKey"/> does.</summary>
    /// <param name="grain">What a row of the dataset is about.</param>
    /// <param name="campaignId">The campaign; 0 for none.</param>
    /// <param name="detail">The bytes of <see cref="PerformanceRow.EntityDetail"/>.</param>
    public static string Of(DatasetGrain grain, long campaignId, ReadOnlySpan<byte> detail)
    {
        string campaign = campaignId == 0 ? "-" : campaignId.ToString(CultureInfo.InvariantCulture);
        if (EntityKey.IsHash(detail))
        {
            return $"{campaign}#{Convert.ToHexStringLower(detail)}";
        }

        long adGroupId = BinaryPrimitives.ReadInt64BigEndian(detail);
        (long id, bool isOtherTarget) = EntityKey.ReadLast(detail);
        string letter = grain != DatasetGrain.Target ? "" : isOtherTarget ? "t" : "k";
        return campaign
            + (adGroupId == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{adGroupId}"))
            + (id == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{letter}{id}"));
    }

    /// <summary>Reads what <see cref="Of"/> wrote, if it is that.</summary>
    /// <param name="text">The key.</param>
    /// <param name="campaignId">The campaign; 0 for none.</param>
    /// <param name="detail">The bytes of <see cref="PerformanceRow.EntityDetail"/>.</param>
    /// <returns>Whether the text is a key.</returns>
    public static bool TryRead(string? text, out long campaignId, [NotNullWhen(true)] out byte[]? detail)
    {
        (campaignId, detail) = (0, null);
        string[] parts = text?.Split('#', 2) ?? [];
        if (parts.Length == 2)
        {
            if (!TryReadCampaign(parts[0], out campaignId) || parts[1].Length != 2 * EntityKey.DetailLength
                || !parts[1].All(char.IsAsciiHexDigitLower))
            {
                return false;
            }

            detail = Convert.FromHexString(parts[1]);
            return EntityKey.IsHash(detail);
        }

        string[] ids = text?.Split('.') ?? [];
        string last = ids.Length > 1 ? ids[^1] : "";
        char letter = last.FirstOrDefault(char.IsAsciiLetter);
        bool hasLast = ids.Length == 3 || letter is 'k' or 't';
        bool hasAdGroup = ids.Length == 3 || (ids.Length == 2 && !hasLast);
        long adGroupId = 0;
        long lastId = 0;
        if (ids.Length is < 1 or > 3 || !TryReadCampaign(ids[0], out campaignId)
            || (hasAdGroup && !TryReadId(ids[1], out adGroupId))
            || (hasLast && !TryReadId(letter is 'k' or 't' ? last[1..] : last, out lastId)))
        {
            return false;
        }

        detail = new byte[EntityKey.DetailLength];
        EntityKey.WriteIds(detail, adGroupId, lastId, letter == 't');
        return true;
    }

    private static bool TryReadCampaign(string text, out long id)
    {
        id = 0;
        return text == "-" || TryReadId(text, out id);
    }

    private static bool TryReadId(string text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
