using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>The state of an entity. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<EntityState>))]
public readonly record struct EntityState(string Value) : IOpenEnum<EntityState>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Active.</summary>
    public static readonly EntityState Enabled = new("ENABLED");

    /// <summary>Paused by the advertiser.</summary>
    public static readonly EntityState Paused = new("PAUSED");

    /// <summary>Archived for good; still listed.</summary>
    public static readonly EntityState Archived = new("ARCHIVED");

    /// <summary>A draft.</summary>
    public static readonly EntityState Proposed = new("PROPOSED");

    /// <summary>A draft on its way.</summary>
    public static readonly EntityState Enabling = new("ENABLING");

    /// <summary>A deleted draft.</summary>
    public static readonly EntityState UserDeleted = new("USER_DELETED");

    static IReadOnlyList<EntityState> IOpenEnum<EntityState>.Known =>
        [Enabled, Paused, Archived, Proposed, Enabling, UserDeleted];

    static EntityState IOpenEnum<EntityState>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
