using System.Buffers;

namespace PpcAds.Sdk.Http;

internal static class BoundedBody
{
    /// <summary>Reads a whole body, unless it is larger than allowed.</summary>
    /// <exception cref="AmazonAdsUnexpectedResponseException">It is.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new ArrayBufferWriter<byte>(Math.Clamp((int)Math.Min(content.Headers.ContentLength ?? 0, maxBytes), 4096, maxBytes));
        while (true)
        {
            int read = await stream.ReadAsync(buffer.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return buffer.WrittenMemory;
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > maxBytes)
            {
                throw new AmazonAdsUnexpectedResponseException(
                    $"The answer is larger than {maxBytes} bytes, the limit of {nameof(AmazonAdsClientOptions)}.{nameof(AmazonAdsClientOptions.MaxResponseBytes)}.");
            }
        }
    }
}
