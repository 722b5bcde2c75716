using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Cases.Tests.Replay;

/// <summary>What the server answers in place of the simulator.</summary>
internal sealed record ReplayAnswer(int Status, byte[] Body, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static ReplayAnswer Json(JsonNode? body, int status = 200) => Text(body?.ToJsonString() ?? "null", status);

    public static ReplayAnswer Text(string body, int status = 200, string contentType = "application/json") =>
        new(status, Encoding.UTF8.GetBytes(body), contentType);

    /// <summary>A file as storage serves it: gzip, which HTTP knows nothing of.</summary>
    public static ReplayAnswer File(string json) => new(200, Pack(json), "application/octet-stream");

    public static byte[] Pack(string text) => Pack(Encoding.UTF8.GetBytes(text));

    public static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
