using System.Runtime.CompilerServices;

namespace PpcAds.Sdk.Paging;

/// <summary>
/// A list that is fetched as it is enumerated: item by item with the next page fetched ahead, or page by page with tokens to
/// resume at. Nothing is sent before the enumeration starts; each enumeration asks anew.
/// </summary>
/// <remarks>
/// Amazon's pages are independent reads, no snapshot: changes in between may repeat an entity or leave one out.
/// </remarks>
public sealed class AmazonAdsPageable<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _fetchAsync;

    internal AmazonAdsPageable(Func<string?, CancellationToken, Task<Page<T>>> fetchAsync) => _fetchAsync = fetchAsync;

    /// <summary>Enumerates pages, each fetched when it is asked for.</summary>
    /// <param name="resumeToken">The <see cref="Page{T}.NextToken"/> to continue after; <see langword="null"/> starts at the beginning.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="AmazonAdsException">A page could not be fetched; the last page's token resumes there.</exception>
    public async IAsyncEnumerable<Page<T>> AsPages(
        string? resumeToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? token = resumeToken;
        do
        {
            Page<T> page = await _fetchAsync(token, cancellationToken).ConfigureAwait(false);
            ThrowIfStuck(token, page);
            yield return page;
            token = page.NextToken;
        }
        while (token is not null);
    }

    /// <summary>Enumerates the entities of all pages. While one page is worked on, the next is on its way; never more than one.</summary>
    /// <exception cref="AmazonAdsException">A page could not be fetched.</exception>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<Page<T>>? ahead = _fetchAsync(null, abandoned.Token);
        string? token = null;
        try
        {
            while (ahead is not null)
            {
                Page<T> page = await ahead.ConfigureAwait(false);
                ThrowIfStuck(token, page);
                token = page.NextToken;
                ahead = token is null ? null : _fetchAsync(token, abandoned.Token);
                foreach (T item in page.Items)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return item;
                }
            }
        }
        finally
        {
            // The caller stopped early: nothing may run on behind its back.
            if (ahead is { IsCompleted: false })
            {
                await abandoned.CancelAsync().ConfigureAwait(false);
            }

            if (ahead is not null)
            {
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static void ThrowIfStuck(string? token, Page<T> page)
    {
        if (token is not null && page.NextToken == token)
        {
            throw new AmazonAdsUnexpectedResponseException(
                "The answer to a page token carries the same token again, which would never end. Start the list anew.");
        }
    }
}
