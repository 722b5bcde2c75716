using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Lists;

/// <summary>Makes the lists of one profile, whichever way an operation pages.</summary>
/// <param name="calls">Makes the calls.</param>
/// <param name="logger">Logs lists that end too early.</param>
internal sealed class EntityLists(ProfileCalls calls, ILogger logger)
{
    /// <summary>
    /// The size of a page: what the filter requests, else what the options say, at most what the operation accepts.
    /// </summary>
    public int PageSizeOf(EntityFilter filter, int limit = 1000) => filter.PageSize ?? Math.Min(calls.Options.PageSize, limit);

    /// <summary>A list whose answers carry a token for the next page.</summary>
    /// <param name="list">The operation.</param>
    /// <param name="bodies">The request: several when a filter had to be cut.</param>
    /// <param name="bodyType">How to write a request.</param>
    /// <param name="arrayType">How to read the entities.</param>
    /// <param name="idOf">The id of an entity.</param>
    public AmazonAdsPageable<T> ByToken<T, TBody>(
        TokenList list,
        IEnumerable<TBody> bodies,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<IReadOnlyList<T>> arrayType,
        Func<T, long?> idOf)
        where TBody : TokenBody
    {
        string name = list.Operation.Name;
        return ListParts.Join(
            name,
            [.. bodies.Select(body => (ListPart<T>)((token, cancellationToken) => FetchAsync(body, token, cancellationToken)))],
            idOf,
            (count, total) => NoteTooFew(name, count, total));

        async Task<Page<T>> FetchAsync(TBody body, string? nextToken, CancellationToken cancellationToken)
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(body with { NextToken = nextToken }, bodyType);
            AdsResponse response = await SendAsync(list.Operation, list.Path, bytes, cancellationToken).ConfigureAwait(false);
            return ListEnvelope.Read(response, list, arrayType, calls.Drift);
        }
    }

    /// <summary>
    /// A list of bare arrays that is read on from an index. How many entities Amazon gives at most is not documented, so that a
    /// short page ends the list only after a full one; else one more is requested.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="queries">The query, such as <c>stateFilter=enabled</c>: several when a filter had to be cut.</param>
    /// <param name="count">Entities on a page.</param>
    /// <param name="arrayType">How to read an answer.</param>
    /// <param name="idOf">The id of an entity.</param>
    public AmazonAdsPageable<T> ByIndex<T>(
        AdsOperation operation,
        string path,
        IReadOnlyList<string> queries,
        int count,
        JsonTypeInfo<IReadOnlyList<T>> arrayType,
        Func<T, long?> idOf)
    {
        return ListParts.Join(
            operation.Name,
            [
                .. queries.Select(
                    query => (ListPart<T>)((token, cancellationToken) => FetchAsync(query, token, cancellationToken))),
            ],
            idOf,
            onTooFew: null);

        async Task<Page<T>> FetchAsync(string query, string? token, CancellationToken cancellationToken)
        {
            (int start, bool sawFull) = ReadIndex(token);
            string page = string.Create(CultureInfo.InvariantCulture, $"startIndex={start}&count={count}");
            AdsResponse response = await SendAsync(
                operation,
                $"{path}?{(query.Length == 0 ? page : $"{query}&{page}")}",
                default,
                cancellationToken).ConfigureAwait(false);
            ListItems<T> items = ListEnvelope.ReadArray(response, operation.Name, arrayType, calls.Drift);
            bool full = items.Sent >= count;
            bool ends = items.Sent == 0 || (sawFull && !full);
            return new Page<T>(
                items.Entities,
                ends ? null : WriteIndex(start + items.Sent, sawFull || full),
                TotalResults: null)
            { Raw = items.Raw };
        }
    }

    private void NoteTooFew(string list, long count, long total)
    {
        if (calls.Drift is { } drift)
        {
            drift.Add(new DriftNote(list, DriftKind.TooFewEntities, $"{count} of {total}"));
        }
        else
        {
            ListsLog.TooFew(logger, list, calls.ProfileId, count, total);
        }
    }

    private Task<AdsResponse> SendAsync(
        AdsOperation operation, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        calls.Pipeline.SendAsync(calls.To(operation, path) with { Body = body }, cancellationToken);

    private static string WriteIndex(int start, bool sawFull) =>
        string.Create(CultureInfo.InvariantCulture, $"{start}{(sawFull ? "+" : "")}");

    private static (int Start, bool SawFull) ReadIndex(string? token)
    {
        if (token is null)
        {
            return (0, false);
        }

        bool sawFull = token.EndsWith('+');
        return int.TryParse(sawFull ? token[..^1] : token, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            ? (start, sawFull)
            : throw new PpcAdsValidationException(
                "The list", [new InputProblem("resumeToken", token, "is no token of this list.")]);
    }
}
