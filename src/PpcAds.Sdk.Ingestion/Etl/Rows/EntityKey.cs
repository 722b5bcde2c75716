using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// The key of a row within dataset and day, as UTF-8 of at most 120 bytes: ids joined by dots, a missing part <c>-</c>; free text
/// as the first 32 hex digits of SHA-256 over length-prefixed UTF-8.
/// </summary>
internal sealed class EntityKey
{
    private const int MaxBytes = 120;
    private const int HashDigits = 32;
    private const int LongestPlainText = 32;

    private readonly byte[] _bytes = new byte[MaxBytes];
    private int _length;

    public ReadOnlySpan<byte> Utf8 => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Append(byte letter) => _bytes[_length++] = letter;

    public void Append(long id)
    {
        id.TryFormat(_bytes.AsSpan(_length), out int written, provider: System.Globalization.CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A short word as it is; anything longer, or with other letters, as its hash; nothing as <c>-</c>.</summary>
    public void AppendText(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            Append((byte)'-');
        }
        else if (utf8.Length <= LongestPlainText && IsPlain(utf8))
        {
            utf8.CopyTo(_bytes.AsSpan(_length));
            _length += utf8.Length;
        }
        else
        {
            AppendHash(utf8);
        }
    }

    /// <summary>The hash of a free text.</summary>
    public void AppendHash(ReadOnlySpan<byte> utf8)
    {
        Span<byte> prefixed = utf8.Length <= 508 ? stackalloc byte[512] : new byte[utf8.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(prefixed, utf8.Length);
        utf8.CopyTo(prefixed[4..]);
        AppendDigits(prefixed[..(utf8.Length + 4)]);
    }

    /// <summary>One hash of two free texts.</summary>
    public void AppendHash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        int length = first.Length + second.Length + 8;
        Span<byte> prefixed = length <= 512 ? stackalloc byte[512] : new byte[length];
        BinaryPrimitives.WriteInt32BigEndian(prefixed, first.Length);
        first.CopyTo(prefixed[4..]);
        BinaryPrimitives.WriteInt32BigEndian(prefixed[(4 + first.Length)..], second.Length);
        second.CopyTo(prefixed[(8 + first.Length)..]);
        AppendDigits(prefixed[..length]);
    }

    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    private void AppendDigits(ReadOnlySpan<byte> prefixed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(prefixed, hash);
        if (!Convert.TryToHexStringLower(hash[..(HashDigits / 2)], _bytes.AsSpan(_length), out int written))
        {
            throw new InvalidOperationException(
                $"A key of more than {MaxBytes} bytes: rows without their hash would be taken for one.");
        }

        _length += written;
    }

    private static bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        foreach (byte letter in utf8)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not (byte)'-' and not (byte)'_')
            {
                return false;
            }
        }

        return true;
    }
}
