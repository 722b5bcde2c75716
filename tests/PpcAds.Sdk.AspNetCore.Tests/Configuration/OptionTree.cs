using System.Reflection;

namespace PpcAds.Sdk.AspNetCore.Tests.Configuration;

/// <summary>The options below an options class, by their paths, such as <c>Client.Throttling.Lists.MinRate</c>.</summary>
internal static class OptionTree
{
    /// <summary>The paths of all options that configuration can set: public properties with a setter, but no delegates.</summary>
    public static IEnumerable<string> Paths(Type options) => PropertiesOf(options).SelectMany(property =>
        IsGroup(property.PropertyType)
        ? Paths(property.PropertyType).Select(path => $"{property.Name}.{path}")
        : [property.Name]);

    /// <summary>The class itself and the options classes below it.</summary>
    public static IEnumerable<Type> Classes(Type options) =>
        PropertiesOf(options).Select(property => property.PropertyType).Where(IsGroup).SelectMany(Classes).Prepend(options);

    /// <summary>The value of each option; null where a class above it is null.</summary>
    public static Dictionary<string, object?> Values(object options) =>
        Paths(options.GetType()).ToDictionary(path => path, path => Read(options, path), StringComparer.Ordinal);

    private static object? Read(object options, string path) =>
        path.Split('.').Aggregate((object?)options, (value, name) => value?.GetType().GetProperty(name)!.GetValue(value));

    private static IEnumerable<PropertyInfo> PropertiesOf(Type options) => options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
            && !typeof(Delegate).IsAssignableFrom(property.PropertyType));

    private static bool IsGroup(Type type) =>
        type is { IsClass: true, IsArray: false } && type.Namespace!.StartsWith("PpcAds.Sdk", StringComparison.Ordinal);
}
