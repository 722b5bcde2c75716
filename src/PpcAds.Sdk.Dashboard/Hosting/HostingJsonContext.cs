using System.Text.Json.Serialization;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Hosting;

[JsonSerializable(typeof(Flash))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class HostingJsonContext : JsonSerializerContext;
