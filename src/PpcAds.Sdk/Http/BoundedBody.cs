using System.Buffers;

namespace PpcAds.Sdk.Http;

internal static class BoundedBody
{
    private const int FirstSize = 16_384;

    /// <summary>Reads a whole body, unless it is larger than allowed.</summary>
    /// <exception cref="AmazonAdsUnexpectedResponseException">It is.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

        // A page of a list is a large object, and so would be most of the buffers that grow with it: they are rented, and the one
        // array that is left has the size of the body.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(
            Math.Max((int)Math.Min(content.Headers.ContentLength ?? 0, maxBytes) + 1, FirstSize));
        int count = 0;
        try
        {
            while (true)
            {
                if (count == buffer.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * count, Array.MaxLength));
                    buffer.AsSpan(0, count).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                int read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer.AsSpan(0, count).ToArray();
                }

                count += read;
                if (count > maxBytes)
                {
                    throw new AmazonAdsUnexpectedResponseException(
                        $"The answer is larger than {maxBytes} bytes, the limit of "
                        + $"{nameof(AmazonAdsClientOptions)}.{nameof(AmazonAdsClientOptions.MaxResponseBytes)}.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
