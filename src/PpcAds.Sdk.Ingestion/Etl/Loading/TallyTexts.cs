using System.Buffers.Binary;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// What describes the entities of a tally, one after another in UTF-8: a string each would take three times the room.
/// </summary>
internal sealed class TallyTexts
{
    private static readonly PerformanceText[] Kept =
        [PerformanceText.TargetKind, PerformanceText.TargetText, PerformanceText.MatchType];

    private byte[] _bytes = [];
    private int _length;

    /// <returns>Where they stand.</returns>
    public int Add(PerformanceRow row)
    {
        int at = _length;
        foreach (PerformanceText text in Kept)
        {
            ReadOnlySpan<byte> utf8 = row.GetUtf8(text);
            int end = checked(_length + sizeof(int) + utf8.Length);
            if (end > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(end, Math.Max(4096, _bytes.Length * 2)));
            }

            BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length), utf8.Length);
            utf8.CopyTo(_bytes.AsSpan(_length + sizeof(int)));
            _length = end;
        }

        return at;
    }

    public void Read(int at, PerformanceRow row)
    {
        foreach (PerformanceText text in Kept)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));
            row.SetText(text, _bytes.AsSpan(at + sizeof(int), length));
            at += sizeof(int) + length;
        }
    }

    public void Clear()
    {
        _bytes = [];
        _length = 0;
    }
}
