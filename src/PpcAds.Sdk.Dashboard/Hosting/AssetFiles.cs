using System.Security.Cryptography;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Style and script, from the assembly.</summary>
internal static class AssetFiles
{
    private static readonly Dictionary<string, (string Type, byte[] Content)> Files = new(StringComparer.Ordinal)
    {
        ["dashboard.css"] = ("text/css; charset=utf-8", Load("dashboard.css")),
        ["dashboard.js"] = ("text/javascript; charset=utf-8", Load("dashboard.js")),
    };

    /// <summary>What their address changes with.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(
        SHA256.HashData([.. Files.Values.SelectMany(file => file.Content)]).AsSpan(0, 8));

    /// <summary>The path within the dashboard that all stand under.</summary>
    public static string Path => $"/assets/{Hash}";

    public static (string Type, byte[] Content)? Find(string? name) =>
        name is not null && Files.TryGetValue(name, out var file) ? file : null;

    private static byte[] Load(string name)
    {
        using Stream stream = typeof(AssetFiles).Assembly.GetManifestResourceStream($"PpcAds.Sdk.Dashboard.Assets.{name}")
            ?? throw new InvalidOperationException($"PpcAds: the asset {name} is not in the assembly.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
