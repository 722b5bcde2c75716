namespace PpcAds.Sdk.Json;

/// <summary>A set of names that Amazon may extend at any time: an unknown one is kept as text, never an exception.</summary>
internal interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    string Value { get; }

    /// <summary>The names that this release knows; empty for a set so large or so open that none is surprising.</summary>
    static virtual IReadOnlyList<TSelf> Known => [];

    static abstract TSelf FromText(string value);
}
