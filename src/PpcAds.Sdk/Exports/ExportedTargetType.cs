using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>What a target aims at. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<ExportedTargetType>))]
public readonly record struct ExportedTargetType(string Value) : IOpenEnum<ExportedTargetType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>An audience.</summary>
    public static readonly ExportedTargetType Audience = new("AUDIENCE");

    /// <summary>What Amazon chooses.</summary>
    public static readonly ExportedTargetType Auto = new("AUTO");

    /// <summary>A keyword.</summary>
    public static readonly ExportedTargetType Keyword = new("KEYWORD");

    /// <summary>A product.</summary>
    public static readonly ExportedTargetType Product = new("PRODUCT");

    /// <summary>Shoppers who saw or bought a product.</summary>
    public static readonly ExportedTargetType ProductAudience = new("PRODUCT_AUDIENCE");

    /// <summary>A category of products.</summary>
    public static readonly ExportedTargetType ProductCategory = new("PRODUCT_CATEGORY");

    /// <summary>Shoppers who saw or bought within a category.</summary>
    public static readonly ExportedTargetType ProductCategoryAudience = new("PRODUCT_CATEGORY_AUDIENCE");

    /// <summary>A group of keywords that Amazon keeps.</summary>
    public static readonly ExportedTargetType Theme = new("THEME");

    static ExportedTargetType IOpenEnum<ExportedTargetType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
