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
}
