using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomStores;

/// <summary>One JSON document a line.</summary>
internal static class JsonLines
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write<T>(IEnumerable<T> values)
    {
        using var buffer = new MemoryStream();
        foreach (T value in values)
        {
            JsonSerializer.Serialize(buffer, value, Options);
            buffer.WriteByte((byte)'\n');
        }

        return buffer.ToArray();
    }

    public static List<T> Read<T>(string file) =>
        [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<T>(line, Options)!)];
}
