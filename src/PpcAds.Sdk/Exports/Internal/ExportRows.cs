using System.Runtime.CompilerServices;
using System.Text.Json;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Exports.Wire;

namespace PpcAds.Sdk.Exports;

/// <summary>Reads the rows of an open file, in memory that does not grow with it.</summary>
internal static class ExportRows
{
    public static async IAsyncEnumerable<ExportRow<T>> ReadAsync<T>(
        string exportId,
        DownloadedFile file,
        ExportRowReader<T> reader,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await using ConfiguredAsyncDisposable content = file.Content.ConfigureAwait(false);
        var text = new ExportText(file.Content);
        await using ConfiguredAsyncDisposable disposable = text.ConfigureAwait(false);
        IAsyncEnumerator<JsonElement> rows = JsonSerializer
            .DeserializeAsyncEnumerable(text, ExportsJsonContext.Default.JsonElement, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable enumeration = rows.ConfigureAwait(false);
        for (long count = 0; await NextAsync(count).ConfigureAwait(false); count++)
        {
            text.RowRead();
            if (Read(rows.Current, count) is { } row)
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

        ExportRow<T>? Read(JsonElement element, long count)
        {
            try
            {
                return reader.Read(element);
            }
            catch (JsonException cause)
            {
                throw ExportFileErrors.Odd(exportId, count, cause);
            }
        }
    }
}
