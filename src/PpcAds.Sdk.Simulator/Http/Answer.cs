using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>An answer before it is written, so that faults can still change it.</summary>
internal sealed record Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public const string Json = "application/json";

    // Readable on a terminal: an apostrophe stays one.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Seconds, as Amazon sends them.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The same as a date, which HTTP allows too.</summary>
    public DateTimeOffset? RetryAfterDate { get; init; }

    /// <summary>How the body is packed.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>Which part of it the body is.</summary>
    public string? ContentRange { get; init; }

    /// <summary>Where the browser is sent to.</summary>
    public string? Location { get; init; }

    /// <summary>Writes a body that is not held in memory, in place of <see cref="Body"/>.</summary>
    public Func<Stream, CancellationToken, Task>? WriteAsync { get; init; }

    /// <summary>The length of the body that <see cref="WriteAsync"/> writes, if known.</summary>
    public long? ContentLength { get; init; }

    public static Answer Of(int status, JsonNode body, string contentType = Json) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body.ToJsonString(Readable)));

    public static Answer Text(int status, string body, string contentType) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));
}
