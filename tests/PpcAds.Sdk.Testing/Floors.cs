using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace PpcAds.Sdk.Testing;

/// <summary>
/// The floors of an assembly, from top to bottom: a type may use its own floor and those below it. Names are of namespaces, with all below
/// them, or of single types; the longest that fits a type counts. Several names of one floor stand side by side, and do not use each other.
/// </summary>
/// <param name="assembly">The assembly.</param>
/// <param name="floors">The names of each floor.</param>
public sealed class Floors(Assembly assembly, params string[][] floors)
{
    /// <summary>The uses that point up or to the side, and the types that have no floor.</summary>
    public IReadOnlyList<string> FindViolations()
    {
        Architecture architecture = new ArchLoader().LoadAssembly(assembly).Build();
        string own = assembly.GetName().Name!;
        IType[] types = [.. architecture.Types.Where(type => type.Assembly.Name.StartsWith(own + ",", StringComparison.Ordinal) || type.Assembly.Name == own)];
        var places = types.ToDictionary(type => type.FullName, Find);
        return
        [
            .. places.Where(place => place.Value is null && !IsGenerated(place.Key)).Select(place => $"{place.Key} has no floor"),
            .. types.SelectMany(type => type.Dependencies.Select(dependency => (Source: type.FullName, Target: dependency.Target.FullName)))
                .Distinct()
                .Where(use => IsForbidden(places.GetValueOrDefault(use.Source), places.GetValueOrDefault(use.Target)))
                .Select(use => $"{use.Source} uses {use.Target}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsForbidden((int Floor, string Name)? source, (int Floor, string Name)? target) =>
        source is { } from && target is { } to && (to.Floor < from.Floor || (to.Floor == from.Floor && to.Name != from.Name));

    /// <summary>What the compiler adds has no namespace, or one of the framework's.</summary>
    private static bool IsGenerated(string name) => !name.StartsWith("PpcAds.", StringComparison.Ordinal);

    private (int Floor, string Name)? Find(IType type)
    {
        (int Floor, string Name)? found = null;
        for (int floor = 0; floor < floors.Length; floor++)
        {
            foreach (string name in floors[floor])
            {
                if (Fits(type.FullName, name) && (found is null || name.Length > found.Value.Name.Length))
                {
                    found = (floor, name);
                }
            }
        }

        return found;
    }

    private static bool Fits(string fullName, string name) =>
        fullName.StartsWith(name, StringComparison.Ordinal)
        && (fullName.Length == name.Length || fullName[name.Length] is '.' or '+' or '`' or '/');
}
