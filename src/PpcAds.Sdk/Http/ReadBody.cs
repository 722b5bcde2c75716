using System.Text.Json;

namespace PpcAds.Sdk.Http;

/// <summary>Reads a body.</summary>
internal delegate void ReadBody(ref Utf8JsonReader reader);
