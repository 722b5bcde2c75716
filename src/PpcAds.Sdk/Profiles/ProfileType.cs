using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Profiles;

/// <summary>Who advertises. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<ProfileType>))]
public readonly record struct ProfileType(string Value) : IOpenEnum<ProfileType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>A seller: sales are counted over 7 days by default.</summary>
    public static readonly ProfileType Seller = new("seller");

    /// <summary>A vendor: sales are counted over 14 days by default.</summary>
    public static readonly ProfileType Vendor = new("vendor");

    /// <summary>An agency of DSP or data providers: sponsored ads calls for it fail.</summary>
    public static readonly ProfileType Agency = new("agency");

    static IReadOnlyList<ProfileType> IOpenEnum<ProfileType>.Known => [Seller, Vendor, Agency];

    static ProfileType IOpenEnum<ProfileType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
