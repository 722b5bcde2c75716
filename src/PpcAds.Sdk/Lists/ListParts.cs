using System.Globalization;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Lists;

/// <summary>Joins the parts of a list whose filter took several calls. A token then says which part it belongs to.</summary>
internal static class ListParts
{
    /// <param name="list">The operation, for messages.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="idOf">The id of an entity.</param>
    /// <param name="onTooFew">Called when fewer entities came than Amazon had announced.</param>
    public static AmazonAdsPageable<T> Join<T>(
        string list, IReadOnlyList<ListPart<T>> parts, Func<T, long?> idOf, Action<long, long>? onTooFew)
    {
        return parts.Count == 1
            ? new AmazonAdsPageable<T>(list, (token, cancellationToken) => parts[0](token, cancellationToken), idOf, onTooFew)
            : new AmazonAdsPageable<T>(list, FetchAsync, idOf);

        async Task<Page<T>> FetchAsync(string? token, CancellationToken cancellationToken)
        {
            (int part, string? inner) = Read(token, parts.Count);
            Page<T> page = await parts[part](inner, cancellationToken).ConfigureAwait(false);
            string? following = page.NextToken is { } next ? $"{part}/{next}" : part + 1 < parts.Count ? $"{part + 1}/" : null;

            // Amazon's total is that of the part.
            return page with { NextToken = following, TotalResults = null };
        }
    }

    private static (int Part, string? Inner) Read(string? token, int count)
    {
        if (token is null)
        {
            return (0, null);
        }

        int slash = token.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1
            || !int.TryParse(token.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int part)
            || part >= count)
        {
            throw new PpcAdsValidationException("The list", [
                new InputProblem(
                    "resumeToken", token, "is no token of this list; its filter must be the same as when the token was given."),
            ]);
        }

        string inner = token[(slash + 1)..];
        return (part, inner.Length == 0 ? null : inner);
    }
}
