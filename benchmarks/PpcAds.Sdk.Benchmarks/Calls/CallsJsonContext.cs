using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Calls;

[JsonSerializable(typeof(CallsOutcome))]
internal sealed partial class CallsJsonContext : JsonSerializerContext;
