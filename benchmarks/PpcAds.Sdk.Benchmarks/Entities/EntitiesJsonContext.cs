using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Entities;

[JsonSerializable(typeof(EntitySyncRequest))]
[JsonSerializable(typeof(EntitySyncOutcome))]
internal sealed partial class EntitiesJsonContext : JsonSerializerContext;
