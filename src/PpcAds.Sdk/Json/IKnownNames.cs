namespace PpcAds.Sdk.Json;

/// <summary>A converter that reports whether the SDK knows a name.</summary>
internal interface IKnownNames
{
    /// <summary>Whether the name is known, as it stands in the JSON; also when there is no list of known ones.</summary>
    bool Knows(ReadOnlySpan<char> name);
}
