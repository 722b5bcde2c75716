using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Json;

/// <summary>
/// Reads a day that Amazon's older APIs write as <c>20260315</c>; also as the newer ones do, <c>2026-03-15</c>.
/// </summary>
internal sealed class CompactDateJsonConverter : JsonConverter<DateOnly?>
{
    private const string Compact = "yyyyMMdd";
    private static readonly string[] Forms = [Compact, "yyyy-MM-dd"];

    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.TryParseExact(
            LenientText.Read(ref reader), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new JsonException("A day was expected, as YYYYMMDD.");

    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString(Compact, CultureInfo.InvariantCulture));
}
