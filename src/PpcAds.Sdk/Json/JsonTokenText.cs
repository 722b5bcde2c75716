using System.Text.Json;

namespace PpcAds.Sdk.Json;

/// <summary>JSON values in words, for messages.</summary>
internal static class JsonTokenText
{
    public static string Of(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.Null => "null",
        _ => "boolean",
    };
}
