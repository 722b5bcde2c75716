using PpcAds.Sdk.Simulator.Exports;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>The storage behind presigned links. The link is the right to read: a second one is refused, as S3 does.</summary>
internal sealed class DownloadEndpoint(ReportService reports, ExportService exports)
{
    public const string Operation = "reports.download";
    public const string ExportOperation = "exports.download";
    private const string Reports = "/_download/offline-report-storage/";
    private const string Exports = "/_download/offline-export-storage/";

    /// <summary>Which download a path is, or null for none.</summary>
    public static string? OperationOf(string path) =>
        path.StartsWith(Reports, StringComparison.Ordinal) ? Operation
        : path.StartsWith(Exports, StringComparison.Ordinal) ? ExportOperation
        : null;

    public Answer Handle(IncomingCall call)
    {
        if (call.Header("Authorization") is not null)
        {
            return Refuse(
                "InvalidArgument",
                "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter or the Authorization header.");
        }

        if (call.Headers.Keys.Any(name => name.StartsWith("Amazon-Advertising-API-", StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse("InvalidArgument", "There are headers of the Ads API that were not signed.");
        }

        var query = call.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        DownloadAnswer answer =
            OperationOf(call.Path) == ExportOperation ? exports.Download(call.Path, query) : reports.Download(call.Path, query);
        return answer.WriteAsync is { } writeAsync
            ? new Answer(
                answer.Status,
                "application/octet-stream",
                default)
            { WriteAsync = writeAsync, ContentLength = answer.ContentLength }
            : Answer.Text(answer.Status, answer.ErrorXml ?? "", "application/xml");
    }

    private static Answer Refuse(string code, string message) => Answer.Text(
        400, $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>""", "application/xml");
}
