using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Json;

/// <summary>
/// For the APIs that write names in camel or lower case: read as the newer APIs write them, sent as these want them.
/// </summary>
internal sealed class CamelOpenEnumJsonConverter<TEnum> : JsonConverter<TEnum>, IKnownNames
    where TEnum : struct, IOpenEnum<TEnum>
{
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TEnum.FromText(AmazonCase.ToUpper(LenientText.Read(ref reader)));

    public bool Knows(ReadOnlySpan<char> name) => KnownNames<TEnum>.Contains(AmazonCase.ToUpper(name.ToString()));

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(AmazonCase.ToCamel(value.Value));
}
