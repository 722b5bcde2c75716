namespace PpcAds.Sdk.Tests.Reports;

/// <summary>Gives its bytes in pieces of random size, as a network does.</summary>
internal sealed class ChunkedStream(byte[] content, int seed, int largest) : MemoryStream(content)
{
    private readonly Random _random = new(seed);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, _random.Next(1, largest + 1))], cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
