using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Etl;

[JsonSerializable(typeof(IReadOnlyList<TargetingPredicate>))]
internal sealed partial class TargetingJsonContext : JsonSerializerContext;
