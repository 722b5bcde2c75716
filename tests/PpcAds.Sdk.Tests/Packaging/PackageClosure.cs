using System.Text.Json;

namespace PpcAds.Sdk.Tests.Packaging;

/// <summary>The packages that come with one of ours, as NuGet resolved them when it was restored.</summary>
internal sealed class PackageClosure
{
    private readonly Dictionary<string, string[]> _dependencies;

    private PackageClosure(string[] direct, Dictionary<string, string[]> dependencies)
    {
        Direct = direct;
        _dependencies = dependencies;
    }

    /// <summary>Gets the packages that the project names; those of the build, such as analyzers, left out.</summary>
    public IReadOnlyList<string> Direct { get; }

    /// <summary>Reads <c>project.assets.json</c> of a project, which lies beside the output of these tests.</summary>
    public static PackageClosure Of(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string file = Path.Combine(output.Parent!.Parent!.Parent!.FullName, "obj", project, "project.assets.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement assets = document.RootElement;
        JsonElement framework = assets.GetProperty("project").GetProperty("frameworks").EnumerateObject().Single().Value;
        string[] direct = [.. framework.GetProperty("dependencies").EnumerateObject()
            .Where(dependency => !dependency.Value.TryGetProperty("suppressParent", out JsonElement kept) || kept.GetString() != "All")
            .Select(dependency => dependency.Name)];
        JsonElement target = assets.GetProperty("targets").EnumerateObject().First().Value;
        var dependencies = target.EnumerateObject().ToDictionary(
            package => package.Name.Split('/')[0], package => DependenciesOf(package.Value), StringComparer.OrdinalIgnoreCase);
        return new PackageClosure(direct, dependencies);
    }

    /// <summary>Every package that comes with the named ones, these included, in order.</summary>
    public IReadOnlyList<string> From(IEnumerable<string> roots)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots);
        while (open.TryPop(out string? package))
        {
            if (found.Add(package))
            {
                Array.ForEach(_dependencies[package], open.Push);
            }
        }

        return [.. found];
    }

    /// <summary>One line for each package, and who brings it.</summary>
    public string Text()
    {
        IReadOnlyList<string> all = From(Direct);
        return string.Concat(all.Select(package => $"{package} <- {string.Join(", ", ParentsOf(package, all))}\n"));
    }

    private IEnumerable<string> ParentsOf(string package, IReadOnlyList<string> all) =>
        (Direct.Contains(package) ? new[] { "PpcAds.Sdk" } : [])
        .Concat(all.Where(parent => _dependencies[parent].Contains(package)));

    private static string[] DependenciesOf(JsonElement package) =>
        package.TryGetProperty("dependencies", out JsonElement dependencies)
        ? [.. dependencies.EnumerateObject().Select(dependency => dependency.Name)]
        : [];
}
