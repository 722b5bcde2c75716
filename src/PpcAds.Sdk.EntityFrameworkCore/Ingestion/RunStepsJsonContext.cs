using System.Text.Json.Serialization;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredRunStep[]))]
internal sealed partial class RunStepsJsonContext : JsonSerializerContext;
