namespace PpcAds.Sdk.QuickStart.Tests.Wire;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Target">Its address, with the host, as it was written.</param>
/// <param name="Headers">Its headers, as "name: value".</param>
/// <param name="Body">Its body; empty if there is none.</param>
internal sealed record RecordedRequest(string Method, string Target, IReadOnlyList<string> Headers, byte[] Body);
