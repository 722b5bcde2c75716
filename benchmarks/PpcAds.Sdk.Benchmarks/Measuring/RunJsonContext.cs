using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Measuring;

[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunOutcome))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
