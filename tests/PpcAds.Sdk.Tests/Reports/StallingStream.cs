namespace PpcAds.Sdk.Tests.Reports;

/// <summary>Gives what it has, then nothing until it is stopped: a connection that hangs.</summary>
internal sealed class StallingStream(byte[] content) : MemoryStream(content)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await base.ReadAsync(buffer, cancellationToken);
        if (count == 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return count;
    }
}
