namespace PpcAds.Sdk.Paging;

/// <summary>
/// Watches the pages of one enumeration, so that answers which would never end become an error within a few calls, and a list
/// that ends too early is noticed. Amazon's pages are no snapshot: single entities may come twice, whole pages may not.
/// </summary>
/// <param name="list">What is listed, for messages.</param>
/// <param name="idOf">The id of an entity; <see langword="null"/> for one without.</param>
internal sealed class PageGuard<T>(string list, Func<T, long?> idOf)
{
    /// <summary>Ten million entities at the largest page.</summary>
    private const int MostPages = 10_000;

    /// <summary>An empty page may come although more follow.</summary>
    private const int MostEmptyPages = 20;

    private const int MostRepeatedPages = 3;

    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private readonly HashSet<long> _ids = [];
    private long? _firstId;
    private long _withoutId;
    private int _pages;
    private int _empty;
    private int _repeated;

    /// <summary>The entities that came, each once.</summary>
    public long Count => _ids.Count + _withoutId;

    /// <summary>Takes a page in.</summary>
    /// <param name="token">The token that it was requested with.</param>
    /// <param name="page">The page.</param>
    /// <returns>The error when what comes would never end, else <see langword="null"/>.</returns>
    public AmazonAdsUnexpectedResponseException? Check(string? token, Page<T> page)
    {
        _pages++;
        if (token is not null)
        {
            _tokens.Add(token);
        }

        bool startsAnew = CountNew(page.Items, out int fresh);
        _empty = page.Items.Count == 0 ? _empty + 1 : 0;
        _repeated = page.Items.Count > 0 && fresh == 0 ? _repeated + 1 : 0;
        if (page.Defect is { } defect)
        {
            return Broken($"cannot be read on: {defect}");
        }

        if (page.NextToken is not { } next)
        {
            return null;
        }

        if (_tokens.Contains(next))
        {
            return Endless($"page {_pages} names a next page that was read already");
        }

        if (startsAnew && fresh == 0)
        {
            return Endless($"page {_pages} begins with the entity that page 1 began with, and brings nothing new");
        }

        if (_repeated >= MostRepeatedPages || _empty >= MostEmptyPages)
        {
            return Endless($"the last {Math.Max(_repeated, _empty)} pages brought nothing new");
        }

        return _pages >= MostPages ? Endless($"{MostPages} pages came") : null;
    }

    /// <summary>Whether the page begins as the first one did.</summary>
    private bool CountNew(IReadOnlyList<T> items, out int fresh)
    {
        fresh = 0;
        foreach (T item in items)
        {
            if (idOf(item) is not { } id || id == 0)
            {
                _withoutId++;
                fresh++;
            }
            else if (_ids.Add(id))
            {
                fresh++;
            }
        }

        long? first = items.Count > 0 ? idOf(items[0]) : null;
        if (_pages == 1)
        {
            _firstId = first;
            return false;
        }

        return first is not null && first == _firstId;
    }

    private AmazonAdsUnexpectedResponseException Endless(string why) => Broken($"would never end: {why}");

    private AmazonAdsUnexpectedResponseException Broken(string what) => new(
        $"The list {list} {what}. {Count} entities came before; they are complete in themselves, the list may not be. Start "
        + "it again later.",
        new AmazonAdsFailure { Operation = list });
}
