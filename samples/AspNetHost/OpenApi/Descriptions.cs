using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AspNetHost.OpenApi;

/// <summary>
/// Puts into the document what it leaves out: the values that are allowed, and how the service knows its users.
/// </summary>
internal static class Descriptions
{
    private const string Key = "key";

    /// <summary>Where a field may be null, the document points to the type of the field and drops what the field is.</summary>
    private static readonly ConcurrentDictionary<(string Type, string Field), string> Fields = new();

    public static Task AddValuesAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { AttributeProvider: { } property } field)
        {
            AddValues(schema, property);
            if (property.GetCustomAttributes(typeof(DescriptionAttribute), true).FirstOrDefault() is DescriptionAttribute text)
            {
                Fields[(field.DeclaringType.Name, field.Name)] = text.Description;
            }
        }
        else if (context.ParameterDescription is { } parameter && PropertyOf(parameter) is { } parameterProperty)
        {
            AddValues(schema, parameterProperty);
        }

        return Task.CompletedTask;
    }

    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "A shop with Amazon Ads data",
            Version = "1",
            Description = "The sample's own endpoints, and those of PpcAds.Sdk below /api/v1.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        foreach (OpenApiServer server in document.Servers ?? [])
        {
            // Paths begin with a slash.
            server.Url = server.Url?.TrimEnd('/');
        }

        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = Access.ApiKeyHandler.Header,
            Description = "The key of a user of the service.",
        };
        foreach ((string type, IOpenApiSchema schema) in document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            foreach ((string name, IOpenApiSchema field) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (field.Description is null && Fields.TryGetValue((type, name), out string? text))
                {
                    field.Description = text;
                }
            }
        }

        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        return Task.CompletedTask;
    }

    private static void AddValues(OpenApiSchema schema, ICustomAttributeProvider member)
    {
        foreach (AllowedValuesAttribute allowed in member.GetCustomAttributes(typeof(AllowedValuesAttribute), true)
            .Cast<AllowedValuesAttribute>())
        {
            schema.Enum = [.. allowed.Values.Where(value => value is not null).Select(value => JsonValue.Create((string)value!))];
        }
    }

    private static PropertyInfo? PropertyOf(ApiParameterDescription parameter) =>
        (parameter.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo.Member.DeclaringType is { } type
            ? type.GetProperties().FirstOrDefault(property =>
                property.GetCustomAttribute<Microsoft.AspNetCore.Mvc.FromQueryAttribute>()?.Name == parameter.Name)
            : null;
}
