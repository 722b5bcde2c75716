using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>Reads one row at a time, so that an odd one costs no other.</summary>
/// <param name="source">The name of the export in notes.</param>
/// <param name="type">The documented shape.</param>
/// <param name="drift">Where differences from it are noted, to be read leniently; <see langword="null"/> to refuse them.</param>
internal sealed class ExportRowReader<T>(string source, JsonTypeInfo<T> type, SchemaDrift? drift)
    where T : class
{
    private readonly LenientReader? _lenient = drift is null ? null : new LenientReader(drift, source);

    /// <summary>Reads a row; <see langword="null"/> for one that is none.</summary>
    /// <exception cref="JsonException">It is not the documented shape, and is not read leniently.</exception>
    public ExportRow<T>? Read(JsonElement element)
    {
        ReadOnlyMemory<byte> raw = JsonMarshal.GetRawUtf8Value(element).ToArray();
        ReadOnlyMemory<byte> clean = JsonText.Clean(raw);
        if (!clean.Equals(raw))
        {
            drift?.Add(new DriftNote(source, DriftKind.UnstorableText, "$"));
        }

        using JsonDocument? copy = clean.Equals(raw) ? null : JsonDocument.Parse(clean);
        JsonElement row = copy?.RootElement ?? element;
        T? value = _lenient is not null ? _lenient.Read(row, type) : ReadStrictly(row);
        return value is null
            ? null
            : new ExportRow<T>(value, drift is { KeepsRaw: true } ? Encoding.UTF8.GetString(clean.Span) : null);
    }

    private T? ReadStrictly(JsonElement row)
    {
        try
        {
            return row.Deserialize(type);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or OverflowException)
        {
            // Converters of the runtime throw them for values out of their range, now and then without a path.
            throw new JsonException(exception.Message, exception);
        }
    }
}
