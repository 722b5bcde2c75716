using System.Runtime.CompilerServices;

namespace PpcAds.Sdk.Paging;

/// <summary>
/// A list that is fetched as it is enumerated: item by item with the next page fetched ahead, or page by page with tokens to
/// resume at. Nothing is sent before the enumeration starts; each enumeration fetches the pages again.
/// </summary>
/// <remarks>
/// Amazon's pages are independent reads, no snapshot: changes in between may repeat an entity or leave one out. Pages that would
/// never end, such as tokens that go round in a circle, end with an <see cref="AmazonAdsUnexpectedResponseException"/>.
/// </remarks>
public sealed class AmazonAdsPageable<T> : IAsyncEnumerable<T>
{
    private readonly string _list;
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _fetchAsync;
    private readonly Func<T, long?> _idOf;
    private readonly Action<long, long>? _onTooFew;

    /// <param name="list">The operation, for messages.</param>
    /// <param name="fetchAsync">Fetches the page of a token.</param>
    /// <param name="idOf">The id of an entity.</param>
    /// <param name="onTooFew">Called with how many entities came, and how many Amazon had announced, when fewer came.</param>
    internal AmazonAdsPageable(
        string list,
        Func<string?, CancellationToken, Task<Page<T>>> fetchAsync,
        Func<T, long?> idOf,
        Action<long, long>? onTooFew = null)
    {
        _list = list;
        _fetchAsync = fetchAsync;
        _idOf = idOf;
        _onTooFew = onTooFew;
    }

    /// <summary>Enumerates pages, each fetched when it is requested.</summary>
    /// <param name="resumeToken">
    /// The <see cref="Page{T}.NextToken"/> to continue after; <see langword="null"/> starts at the beginning.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <exception cref="AmazonAdsException">A page could not be fetched; the last page's token resumes there.</exception>
    public async IAsyncEnumerable<Page<T>> AsPages(
        string? resumeToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var guard = new PageGuard<T>(_list, _idOf);
        string? token = resumeToken;
        long? total = null;
        do
        {
            Page<T> page = await _fetchAsync(token, cancellationToken).ConfigureAwait(false);
            total = page.TotalResults ?? total;
            AmazonAdsUnexpectedResponseException? endless = guard.Check(token, page);

            // The page itself is good.
            yield return page;
            if (endless is not null)
            {
                throw endless;
            }

            token = page.NextToken;
        }
        while (token is not null);

        if (resumeToken is null && total > guard.Count)
        {
            _onTooFew?.Invoke(guard.Count, total.Value);
        }
    }

    /// <summary>
    /// Enumerates the entities of all pages. While one page is worked on, the next is on its way; never more than one.
    /// </summary>
    /// <exception cref="AmazonAdsException">A page could not be fetched.</exception>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (Page<T> page in AsPages(null, cancellationToken).OneAheadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }
}
