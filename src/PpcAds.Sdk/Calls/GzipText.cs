using System.IO.Compression;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// Makes a compressed error page readable. Files are requested without decompression, so their errors are compressed too.
/// </summary>
internal static class GzipText
{
    private const int MaxBytes = 64 * 1024;

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    /// <summary>The text's beginning when the bytes are gzip; else the bytes as they are.</summary>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> body)
    {
        if (!body.Span.StartsWith(Magic))
        {
            return body;
        }

        byte[] text = new byte[MaxBytes];
        int count = 0;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(body.ToArray(), writable: false), CompressionMode.Decompress);
            int read;
            while (count < text.Length && (read = gzip.Read(text, count, text.Length - count)) > 0)
            {
                count += read;
            }
        }
        catch (InvalidDataException) when (count > 0)
        {
            // What could be read says enough.
        }
        catch (InvalidDataException)
        {
            return body;
        }

        return text.AsMemory(0, count);
    }
}
