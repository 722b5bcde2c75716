using System.Text;
using PpcAds.Sdk.Simulator.Authentication;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator;

/// <summary>The calls so far, oldest first; the last 10,000 are kept.</summary>
public sealed class SimulatorRequestLog
{
    private const int Kept = 10_000;
    private const int KeptBody = 64 * 1024;
    private readonly Lock _gate = new();
    private readonly Queue<SimulatorRequest> _entries = new();
    private int _sequence;

    /// <summary>A copy of the log.</summary>
    public IReadOnlyList<SimulatorRequest> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>How many calls of an operation are in the log.</summary>
    public int Count(string operation) => Entries.Count(entry => entry.Operation == operation);

    /// <summary>Forgets all calls.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    internal void Add(DateTimeOffset at, string operation, IncomingCall call, int status, string requestId)
    {
        var headers = call.Headers.ToDictionary(
            header => header.Key, header => header.Key == "Authorization" ? "[masked]" : header.Value.ToString());
        string body = operation is TokenEndpoint.Operation or ConsentEndpoint.Operation
            ? "[masked]"
            : Encoding.UTF8.GetString(call.Body.Span[..Math.Min(call.Body.Length, KeptBody)]);
        lock (_gate)
        {
            _entries.Enqueue(new SimulatorRequest(
                ++_sequence,
                at,
                operation,
                call.Region,
                call.Method,
                call.Path,
                call.ScopeProfileId,
                headers,
                body,
                status,
                requestId));
            if (_entries.Count > Kept)
            {
                _entries.Dequeue();
            }
        }
    }
}
