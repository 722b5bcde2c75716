using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// One operation of the API. All of them may be repeated: they read, and those that create something are safe: a second
/// identical report is answered with 425, a second export is unnecessary but harmless.
/// </summary>
/// <param name="Name">Our stable name for it in logs, errors and telemetry.</param>
/// <param name="Method">The HTTP method; lists are POSTs.</param>
/// <param name="Class">What it is throttled with.</param>
/// <param name="ContentType">
/// The exact media type of the request, or <see langword="null"/> without a body. Never a charset: undocumented.
/// </param>
/// <param name="Accept">The exact media type of the answer.</param>
internal sealed record AdsOperation(string Name, HttpMethod Method, OperationClass Class, string? ContentType, string Accept);
