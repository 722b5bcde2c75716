using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Sinks;

/// <summary>The bytes that a store keeps of a row's key, from the row. For stores.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class RecordDetail
{
    private const char BeforeHash = '#';

    /// <summary>
    /// Gets the bytes of <see cref="PerformanceRow.EntityDetail"/>, from which <see cref="EntityKeyText"/> makes the key again.
    /// </summary>
    /// <param name="record">The row.</param>
    public static byte[] Of(PerformanceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        int hash = record.EntityKey.IndexOf(BeforeHash, StringComparison.Ordinal);
        if (hash >= 0)
        {
            return Convert.FromHexString(record.EntityKey.AsSpan(hash + 1));
        }

        byte[] detail = new byte[EntityKey.DetailLength];
        bool isOtherTarget = record.TargetId is not null
            && record.Texts.GetValueOrDefault(PerformanceText.TargetKind) != TargetKinds.Keyword;
        EntityKey.WriteIds(detail, record.AdGroupId?.Value, record.TargetId ?? record.AdId, isOtherTarget);
        return detail;
    }
}
