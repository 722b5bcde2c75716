using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Lists;

/// <summary>Fetches one page of one part of a list; the token is null for the first.</summary>
internal delegate Task<Page<T>> ListPart<T>(string? token, CancellationToken cancellationToken);
