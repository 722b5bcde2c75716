using System.Runtime.CompilerServices;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>A body as it arrives: a connection that breaks or falls silent is a typed, transient failure, never a hang.</summary>
internal sealed class DownloadStream : Stream
{
    private readonly Stream _content;
    private readonly CallContext _call;
    private readonly string _subject;
    private readonly TimeSpan _longestSilence;
    private readonly HttpResponseMessage _response;

    // One source and one timer for all reads: a read must really have ended before its buffer is used for something else,
    // so it is cancelled rather than left behind.
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _silence;

    public DownloadStream(
        Stream content,
        CallContext call,
        string subject,
        TimeSpan longestSilence,
        TimeProvider timeProvider,
        HttpResponseMessage response)
    {
        _content = content;
        _call = call;
        _subject = subject;
        _longestSilence = longestSilence;
        _response = response;
        _silence = timeProvider.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(),
            _stop,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw ForwardOnly();

    public override long Position
    {
        get => throw ForwardOnly();
        set => throw ForwardOnly();
    }

    // Called thousands of times for one file: the state of the waiting read is reused.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _silence.Change(_longestSilence, Timeout.InfiniteTimeSpan);
        try
        {
            using (cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _stop))
            {
                return await _content.ReadAsync(buffer, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw _call.Broken($"nothing arrived for {_longestSilence}; download the {_subject} again.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw _call.Broken(
                $"the connection broke within the file ({exception.Message}); download the {_subject} again.", exception);
        }
        finally
        {
            _silence.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw ForwardOnly();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw ForwardOnly();

    public override void SetLength(long value) => throw ForwardOnly();

    public override void Write(byte[] buffer, int offset, int count) => throw ForwardOnly();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _silence.Dispose();
            _content.Dispose();
            _response.Dispose();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private static NotSupportedException ForwardOnly() => new("A download is read forward, once, and asynchronously.");
}
