using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Authentication;

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(LwaTokenResponse))]
internal sealed partial class AuthenticationJsonContext : JsonSerializerContext;
