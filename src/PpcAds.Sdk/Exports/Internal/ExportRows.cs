using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Exports;

/// <summary>Reads the rows of an open file, in memory that does not grow with it.</summary>
internal static class ExportRows
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        string exportId, DownloadedFile file, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await using ConfiguredAsyncDisposable content = file.Content.ConfigureAwait(false);
        var text = new ExportText(file.Content);
        await using ConfiguredAsyncDisposable disposable = text.ConfigureAwait(false);
        IAsyncEnumerator<T?> rows = JsonSerializer.DeserializeAsyncEnumerable(text, type, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable enumeration = rows.ConfigureAwait(false);
        for (long count = 0; await NextAsync(count).ConfigureAwait(false); count++)
        {
            text.RowRead();
            if (rows.Current is { } row)
            {
                yield return row;
            }
        }

        async ValueTask<bool> NextAsync(long count)
        {
            try
            {
                return await rows.MoveNextAsync().ConfigureAwait(false);
            }
            catch (JsonException cause)
            {
                throw ExportFileErrors.Damaged(exportId, count, cause);
            }
        }
    }
}
