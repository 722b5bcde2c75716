using PpcAds.Sdk.Calls;

namespace PpcAds.Sdk.Lists;

/// <summary>A list operation whose answers carry a token for the next page.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">Its path, without a leading slash.</param>
/// <param name="ArrayName">The member of the answer that holds the entities.</param>
/// <param name="TotalName">The member that holds their number.</param>
internal sealed record TokenList(AdsOperation Operation, string Path, string ArrayName, string TotalName = "totalResults");
