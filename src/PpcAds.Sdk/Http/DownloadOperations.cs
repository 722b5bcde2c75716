namespace PpcAds.Sdk.Http;

/// <summary>The names of the operations that download files.</summary>
internal static class DownloadOperations
{
    public const string Reports = "reports.download";
    public const string Exports = "exports.download";
}
