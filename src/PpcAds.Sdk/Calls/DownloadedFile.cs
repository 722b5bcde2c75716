
namespace PpcAds.Sdk.Calls;

/// <summary>A file that is open for reading.</summary>
/// <param name="Content">Its bytes as they arrive; the caller disposes it.</param>
/// <param name="ContentLength">Its size in bytes, if the server said it.</param>
internal sealed record DownloadedFile(Stream Content, long? ContentLength);
