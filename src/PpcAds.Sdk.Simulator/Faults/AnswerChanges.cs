using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Faults;

/// <summary>What faults make of an answer that was ready.</summary>
internal static class AnswerChanges
{
    private static readonly SimulatorFaultKind[] Kinds =
    [
        SimulatorFaultKind.OddItem,
        SimulatorFaultKind.SetMembers,
        SimulatorFaultKind.ByteOrderMark,
        SimulatorFaultKind.PartialContent,
    ];

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static async Task<Answer> ApplyAsync(SimulatorFault? fault, Answer answer, CancellationToken cancellationToken)
    {
        if (fault is null
            || !Kinds.Contains(fault.Kind)
            || (answer.Status is < 200 or > 299 && fault.Kind != SimulatorFaultKind.ByteOrderMark))
        {
            return answer;
        }

        byte[] body = await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
        if (fault.Kind == SimulatorFaultKind.PartialContent)
        {
            int half = body.Length / 2;
            return With(answer, body[..half]) with { Status = 206, ContentRange = $"bytes 0-{half - 1}/{body.Length}" };
        }

        // Files come packed; what is odd is within.
        bool isPacked = body is [0x1F, 0x8B, ..];
        byte[] changed = Change(fault, isPacked ? Unpack(body) : body);
        return With(answer, isPacked ? Pack(changed) : changed);
    }

    public static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private static byte[] Change(SimulatorFault fault, byte[] body) => fault.Kind switch
    {
        SimulatorFaultKind.OddItem => OddItems.Apply(body, fault),
        SimulatorFaultKind.SetMembers => SetMembers(body, fault),
        _ => [.. ByteOrderMark, .. body],
    };

    private static byte[] SetMembers(byte[] body, SimulatorFault fault)
    {
        if (JsonNode.Parse(body) is not JsonObject changed)
        {
            return body;
        }

        foreach ((string name, JsonNode? value) in fault.Members ?? new Dictionary<string, JsonNode?>())
        {
            changed[name] = value?.DeepClone();
        }

        foreach (string name in fault.WithoutMembers ?? [])
        {
            changed.Remove(name);
        }

        return JsonSerializer.SerializeToUtf8Bytes(changed);
    }

    private static async Task<byte[]> ReadAsync(Answer answer, CancellationToken cancellationToken)
    {
        if (answer.WriteAsync is not { } writeAsync)
        {
            return answer.Body.ToArray();
        }

        using var body = new MemoryStream();
        await writeAsync(body, cancellationToken).ConfigureAwait(false);
        return body.ToArray();
    }

    private static byte[] Unpack(byte[] body)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static Answer With(Answer answer, byte[] body) =>
        answer with { Body = body, WriteAsync = null, ContentLength = null };
}
