using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// What identifies a row within dataset, day and campaign, in 16 bytes. Ids alone are kept as they are, so that rows with other
/// ids have other bytes. Where text is part of it, or an id is missing, it is 127 bits of SHA-256 over all parts, each with its
/// kind and length; the first bit, which no id has, says so.
/// </summary>
internal sealed class EntityKey
{
    /// <summary>The length of <see cref="Detail"/>, in bytes.</summary>
    public const int DetailLength = 16;

    private const byte IdPart = 1;
    private const byte TextPart = 2;
    private const byte HashBit = 0x80;
    private const ulong IsOtherTarget = 1UL << 63;

    private readonly byte[] _detail = new byte[DetailLength];
    private byte[] _parts = new byte[256];
    private int _length;
    private bool _hasText;

    public ReadOnlySpan<byte> Detail => _detail;

    /// <summary>Whether a detail is a hash, and not ids.</summary>
    public static bool IsHash(ReadOnlySpan<byte> detail) => (detail[0] & HashBit) != 0;

    /// <summary>The last id of a detail, and whether it is of a target that is no keyword.</summary>
    public static (long Id, bool IsOtherTarget) ReadLast(ReadOnlySpan<byte> detail)
    {
        ulong last = BinaryPrimitives.ReadUInt64BigEndian(detail[sizeof(long)..]);
        return ((long)(last & ~IsOtherTarget), (last & IsOtherTarget) != 0);
    }

    public void Clear()
    {
        _length = 0;
        _hasText = false;
    }

    public void Append(long id)
    {
        Take(1)[0] = IdPart;
        BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), id);
    }

    /// <summary>A text, also an empty one in the place of an id that is missing.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        _hasText = true;
        Take(1)[0] = TextPart;
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), utf8.Length);
        utf8.CopyTo(Take(utf8.Length));
    }

    /// <summary>Completes the key of a row whose ids are set.</summary>
    public void Complete(PerformanceRow row)
    {
        bool isOtherTarget = row.TargetId is not null && !row.IsKeyword;
        if (_hasText)
        {
            // The kind of target is no part: the same number may be a keyword's and another target's.
            Take(1)[0] = isOtherTarget ? (byte)1 : (byte)0;
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(_parts.AsSpan(0, _length), hash);
            hash[..DetailLength].CopyTo(_detail);
            _detail[0] |= HashBit;
            return;
        }

        WriteIds(_detail, row.AdGroupId, row.TargetId ?? row.AdId, isOtherTarget);
    }

    /// <summary>Writes the detail of a row whose key is ids.</summary>
    public static void WriteIds(Span<byte> detail, long? adGroupId, long? lastId, bool isOtherTarget)
    {
        BinaryPrimitives.WriteInt64BigEndian(detail, adGroupId ?? 0);
        BinaryPrimitives.WriteUInt64BigEndian(
            detail[sizeof(long)..], (ulong)(lastId ?? 0) | (isOtherTarget ? IsOtherTarget : 0));
    }

    /// <summary>
    /// The key as text: the ids joined by dots, <c>k</c> before that of a keyword and <c>t</c> before that of another target; or
    /// the campaign's id and, after <c>#</c>, the hash.
    /// </summary>
    public string ToText(PerformanceRow row)
    {
        string campaign = row.CampaignId is { } id ? id.ToString(CultureInfo.InvariantCulture) : "-";
        if (IsHash(_detail))
        {
            return $"{campaign}#{Convert.ToHexStringLower(_detail)}";
        }

        string adGroup = row.AdGroupId is { } adGroupId ? string.Create(CultureInfo.InvariantCulture, $".{adGroupId}") : "";
        string target = row.TargetId is { } targetId
            ? string.Create(CultureInfo.InvariantCulture, $".{(row.IsKeyword ? 'k' : 't')}{targetId}")
            : "";
        string ad = row.AdId is { } adId ? string.Create(CultureInfo.InvariantCulture, $".{adId}") : "";
        return campaign + adGroup + target + ad;
    }

    private Span<byte> Take(int count)
    {
        if (_length + count > _parts.Length)
        {
            Array.Resize(ref _parts, Math.Max(_parts.Length * 2, _length + count));
        }

        _length += count;
        return _parts.AsSpan(_length - count, count);
    }
}
