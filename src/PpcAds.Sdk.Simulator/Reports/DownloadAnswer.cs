namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>An answer of the storage: a file to write, or an error.</summary>
internal sealed record DownloadAnswer(
    int Status, string? ErrorXml, long? ContentLength, Func<Stream, CancellationToken, Task>? WriteAsync);
