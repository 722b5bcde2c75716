using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Json;

internal sealed class OpenEnumJsonConverter<TEnum> : JsonConverter<TEnum>, IKnownNames
    where TEnum : struct, IOpenEnum<TEnum>
{
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TEnum.FromText(LenientText.Read(ref reader));

    public bool Knows(ReadOnlySpan<char> name) => KnownNames<TEnum>.Contains(name);

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
