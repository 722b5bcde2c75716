using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Lists;

/// <summary>Makes the lists of one profile, whichever way an operation pages.</summary>
/// <param name="pipeline">Sends the calls.</param>
/// <param name="region">The profile's region.</param>
/// <param name="profileId">The profile.</param>
/// <param name="pageSize">Entities on a page, unless a filter says otherwise.</param>
/// <param name="drift">Where differences from the documented shapes are noted, to be read leniently; <see langword="null"/> to refuse them.</param>
internal sealed class EntityLists(AdsPipeline pipeline, AmazonAdsRegion region, ProfileId profileId, int pageSize, SchemaDrift? drift = null)
{
    /// <summary>The size of a page: what the filter asks for, else what the options say, at most what the operation takes.</summary>
    public int PageSizeOf(EntityFilter filter, int limit = 1000) => filter.PageSize ?? Math.Min(pageSize, limit);

    /// <summary>A list whose answers carry a token for the next page.</summary>
    /// <param name="list">The operation.</param>
    /// <param name="bodies">The request: several when a filter had to be cut.</param>
    /// <param name="bodyType">How to write a request.</param>
    /// <param name="arrayType">How to read the entities.</param>
    public AmazonAdsPageable<T> ByToken<T, TBody>(
        TokenList list, IEnumerable<TBody> bodies, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<IReadOnlyList<T>> arrayType)
        where TBody : TokenBody
    {
        return ListParts.Join<T>([.. bodies.Select(body => (ListPart<T>)((token, cancellationToken) => FetchAsync(body, token, cancellationToken)))]);

        async Task<Page<T>> FetchAsync(TBody body, string? nextToken, CancellationToken cancellationToken)
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(body with { NextToken = nextToken }, bodyType);
            AdsResponse response = await SendAsync(list.Operation, list.Path, bytes, cancellationToken).ConfigureAwait(false);
            return ListEnvelope.Read(response, list, arrayType, drift);
        }
    }

    /// <summary>
    /// A list of bare arrays that is read on from an index. How many entities Amazon gives at most is documented nowhere, so that a
    /// short page ends the list only after a full one; else one more is asked for.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="queries">The query, such as <c>stateFilter=enabled</c>: several when a filter had to be cut.</param>
    /// <param name="count">Entities on a page.</param>
    /// <param name="arrayType">How to read an answer.</param>
    public AmazonAdsPageable<T> ByIndex<T>(
        AdsOperation operation, string path, IReadOnlyList<string> queries, int count, JsonTypeInfo<IReadOnlyList<T>> arrayType)
    {
        return ListParts.Join<T>([.. queries.Select(query => (ListPart<T>)((token, cancellationToken) => FetchAsync(query, token, cancellationToken)))]);

        async Task<Page<T>> FetchAsync(string query, string? token, CancellationToken cancellationToken)
        {
            (int start, bool sawFull) = ReadIndex(token);
            string page = string.Create(CultureInfo.InvariantCulture, $"startIndex={start}&count={count}");
            AdsResponse response = await SendAsync(
                operation, $"{path}?{(query.Length == 0 ? page : $"{query}&{page}")}", default, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T> entities = ListEnvelope.ReadArray(response, operation.Name, arrayType, drift);
            bool full = entities.Count >= count;
            bool ends = entities.Count == 0 || (sawFull && !full);
            return new Page<T>(entities, ends ? null : WriteIndex(start + entities.Count, sawFull || full), TotalResults: null);
        }
    }

    private Task<AdsResponse> SendAsync(AdsOperation operation, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        pipeline.SendAsync(new AdsRequest(operation, region, path) { ProfileId = profileId, Body = body }, cancellationToken);

    private static string WriteIndex(int start, bool sawFull) => string.Create(CultureInfo.InvariantCulture, $"{start}{(sawFull ? "+" : "")}");

    private static (int Start, bool SawFull) ReadIndex(string? token)
    {
        if (token is null)
        {
            return (0, false);
        }

        bool sawFull = token.EndsWith('+');
        return int.TryParse(sawFull ? token[..^1] : token, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            ? (start, sawFull)
            : throw new AmazonAdsValidationException("The list", [new InputProblem("resumeToken", token, "is no token of this list.")]);
    }
}
