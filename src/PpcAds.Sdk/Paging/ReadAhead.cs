using System.Runtime.CompilerServices;

namespace PpcAds.Sdk.Paging;

/// <summary>Fetches one page ahead: while a page is stored, the next is on its way.</summary>
internal static class ReadAhead
{
    /// <summary>The same pages, each requested when the previous one is returned. At most one page waits.</summary>
    public static async IAsyncEnumerable<T> OneAheadAsync<T>(
        this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        IAsyncEnumerator<T> pages = source.GetAsyncEnumerator(stop.Token);
        await using (pages.ConfigureAwait(false))
        {
            Task<bool> next = pages.MoveNextAsync().AsTask();
            try
            {
                while (await next.ConfigureAwait(false))
                {
                    T page = pages.Current;
                    next = pages.MoveNextAsync().AsTask();
                    yield return page;
                }
            }
            finally
            {
                // A caller that stopped early needs neither the page that is on its way nor its error; an enumerator must be idle
                // to be disposed.
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
