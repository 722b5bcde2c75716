using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;

namespace PpcAds.Sdk.Dashboard.Routing;

/// <summary>
/// Reads the state of a page from its address, strictly: a parameter that does nothing would be taken for a filter.
/// </summary>
internal static class UrlReader
{
    private const int MostLength = 2000;

    /// <summary>Reads the parameters that a page knows.</summary>
    /// <exception cref="PageException">There are others, or one is given twice.</exception>
    public static UrlState Read(HttpContext context, params IReadOnlyCollection<string> known)
    {
        IQueryCollection query = context.Request.Query;
        string[] unknown =
        [
            .. query.Where(pair => !known.Contains(pair.Key) || pair.Value.Count > 1 || IsWrong(pair.Value.ToString()))
                .Select(pair => pair.Key).Order(StringComparer.Ordinal),
        ];
        return unknown.Length == 0
            ? new UrlState(
                $"{context.Request.PathBase}{context.Request.Path}",
                [.. known.Where(query.ContainsKey).Select(name => (name, query[name].ToString()))])
            : throw new PageException(ProblemPages.UnknownParameters(unknown, known));
    }

    private static bool IsWrong(string value) => value.Length > MostLength || value.Any(char.IsControl);
}
