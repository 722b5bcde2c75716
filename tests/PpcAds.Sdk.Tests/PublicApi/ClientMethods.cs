using System.Reflection;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Tests.PublicApi;

/// <summary>What a caller can ask for, read from the client's types.</summary>
internal static class ClientMethods
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The clients of a profile, by the name of the property.</summary>
    public static IReadOnlyDictionary<string, Type> Features { get; } = typeof(ProfileClient).GetProperties()
        .Where(property => property.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal))
        .ToDictionary(property => property.Name, property => property.PropertyType);

    /// <summary>The lists of all products.</summary>
    public static IReadOnlyList<MethodInfo> Lists { get; } = [.. Features.Values.SelectMany(Of).Where(IsList)];

    /// <summary>Every call, one a line, as a user writes it.</summary>
    public static string Text() => string.Concat(
        Of(typeof(AmazonAdsClient)).Select(method => $"client.{Signature(method)}\n").Concat(
            Features.SelectMany(feature => Of(feature.Value).Select(method => $"profile.{feature.Key}.{Signature(method)}\n"))));

    public static Type ItemOf(MethodInfo list) => list.ReturnType.GetGenericArguments()[0];

    private static IEnumerable<MethodInfo> Of(Type client) => client.GetMethods(Declared)
        .Where(method => !method.IsSpecialName && method.GetBaseDefinition() == method)
        .OrderBy(method => method.Name, StringComparer.Ordinal).ThenBy(method => method.GetParameters().Length);

    private static bool IsList(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(AmazonAdsPageable<>);

    private static string Signature(MethodInfo method)
    {
        IEnumerable<string> parameters = method.GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(CancellationToken))
            .Select(parameter => $"{NameOf(parameter.ParameterType)}{(parameter.HasDefaultValue ? "?" : "")} {parameter.Name}");
        return $"{method.Name}({string.Join(", ", parameters)}): {NameOf(method.ReturnType)}";
    }

    private static string NameOf(Type type) =>
        !type.IsGenericType ? type.Name
        : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
}
