using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Syncing;

[JsonSerializable(typeof(SimulatorSettings))]
[JsonSerializable(typeof(SimulatorAddress))]
internal sealed partial class SyncJsonContext : JsonSerializerContext;
