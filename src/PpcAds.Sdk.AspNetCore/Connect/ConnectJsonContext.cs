using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Connect;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ConnectTicket))]
[JsonSerializable(typeof(ConnectedResponse))]
internal sealed partial class ConnectJsonContext : JsonSerializerContext;
