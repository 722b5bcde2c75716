using System.Collections.Concurrent;
using PpcAds.Sdk.AspNetCore.Connect;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Writes down which accounts were connected, and syncs none.</summary>
internal sealed class RecordingHandler : IPpcAdsConnectedHandler
{
    public ConcurrentQueue<PpcAdsConnection> Told { get; } = new();

    public bool Fails { get; init; }

    public ValueTask ConnectedAsync(PpcAdsConnection connection, CancellationToken cancellationToken = default)
    {
        Told.Enqueue(connection);
        return Fails ? throw new InvalidOperationException("The queue is full.") : ValueTask.CompletedTask;
    }
}
