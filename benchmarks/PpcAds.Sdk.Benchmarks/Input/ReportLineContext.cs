using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>Source-generated reading of <see cref="ReportLine"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ReportLineContext : JsonSerializerContext
{
    /// <summary>The rows of a file, one by one.</summary>
    /// <param name="stream">The JSON.</param>
    /// <param name="bufferSize">The serializer's buffer in bytes; null for its default.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static IAsyncEnumerable<ReportLine?> ReadAsync(Stream stream, int? bufferSize, CancellationToken cancellationToken)
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        if (bufferSize is { } size)
        {
            options.DefaultBufferSize = size;
        }

        return JsonSerializer.DeserializeAsyncEnumerable(stream, new ReportLineContext(options).ReportLine, cancellationToken);
    }
}
