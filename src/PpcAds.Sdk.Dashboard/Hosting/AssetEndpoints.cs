using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.Dashboard.Pages.Problems;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Style and script, from the assembly, under an address that changes with them.</summary>
internal static class AssetEndpoints
{
    private static readonly Dictionary<string, (string Type, byte[] Content)> Files = new(StringComparer.Ordinal)
    {
        ["dashboard.css"] = ("text/css; charset=utf-8", Load("dashboard.css")),
        ["dashboard.js"] = ("text/javascript; charset=utf-8", Load("dashboard.js")),
    };

    private static readonly string Hash = Convert.ToHexStringLower(
        SHA256.HashData([.. Files.Values.SelectMany(file => file.Content)]).AsSpan(0, 8));

    public static DashboardFeature Feature { get; } = new(group => group.MapPage("/assets/{hash}/{file}", GetAsync));

    /// <summary>The path within the dashboard that all assets stand under.</summary>
    public static string Path => $"/assets/{Hash}";

    private static Task<IResult> GetAsync(HttpContext context)
    {
        if (context.Route("hash") != Hash || !Files.TryGetValue(context.Route("file") ?? "", out var file))
        {
            return Task.FromResult(ProblemPages.NotFound());
        }

        // Private: it is behind the guard, so no cache in between may give it to others.
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Task.FromResult<IResult>(TypedResults.Bytes(file.Content, file.Type));
    }

    private static byte[] Load(string name)
    {
        using Stream stream = typeof(AssetEndpoints).Assembly.GetManifestResourceStream($"PpcAds.Sdk.Dashboard.Assets.{name}")
            ?? throw new InvalidOperationException($"PpcAds: the asset {name} is not in the assembly.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
