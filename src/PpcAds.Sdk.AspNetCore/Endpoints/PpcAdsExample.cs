namespace PpcAds.Sdk.AspNetCore;

/// <summary>
/// An example of a body, as metadata of an endpoint, for generators of OpenAPI documents. <c>samples/AspNetHost</c> adds the
/// examples to its document.
/// </summary>
/// <param name="StatusCode">The status of the answer that it is a body of; <see langword="null"/> for the request's.</param>
/// <param name="Json">The body.</param>
public sealed record PpcAdsExample(int? StatusCode, string Json);
