namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>The names of the rules, as violations and known defects show them.</summary>
internal static class Rules
{
    // Schemas.
    public const string AdditionalProperties = "additionalProperties";
    public const string AnyOf = "anyOf";
    public const string Enum = "enum";
    public const string Format = "format";
    public const string MaxItems = "maxItems";
    public const string MaxLength = "maxLength";
    public const string MaxProperties = "maxProperties";
    public const string Maximum = "maximum";
    public const string MinItems = "minItems";
    public const string MinLength = "minLength";
    public const string MinProperties = "minProperties";
    public const string Minimum = "minimum";
    public const string MultipleOf = "multipleOf";
    public const string Not = "not";
    public const string Nullable = "nullable";
    public const string OneOf = "oneOf";
    public const string Pattern = "pattern";
    public const string ReadOnly = "readOnly";
    public const string Required = "required";
    public const string Type = "type";
    public const string UniqueItems = "uniqueItems";
    public const string WriteOnly = "writeOnly";

    // Messages.
    public const string Accept = "accept";
    public const string Authorization = "authorization";
    public const string BodyNotDeclared = "bodyNotDeclared";
    public const string Json = "json";
    public const string MediaType = "mediaType";
    public const string Operation = "operation";
    public const string Repeated = "repeated";
    public const string Status = "status";
    public const string UnknownQuery = "unknownQuery";
}
