using System.Text.Json;
using PpcAds.Sdk.Files;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Reports;

/// <summary>What is said when a report file as a whole cannot be used.</summary>
/// <remarks>No message holds content of the file beyond a single character: rows are an advertiser's data.</remarks>
internal static class ReportFileErrors
{
    public static AmazonAdsUnexpectedResponseException Empty() =>
        FileErrors.Damaged($"The report file is empty. A report without rows would hold '[]'. {FileErrors.Advice()}");

    public static AmazonAdsUnexpectedResponseException Truncated(long rows) =>
        FileErrors.Damaged(
            FileErrors.Invariant(
                $"The report file ends too early, in or after row {rows} (counted from 0): the closing ']' is missing. ")
                + FileErrors.Advice());

    public static AmazonAdsUnexpectedResponseException BadJson(long rows, long offset, JsonException cause) =>
        FileErrors.Damaged(
            FileErrors.Invariant(
                $"The report file is not valid JSON at row {rows} (counted from 0), near byte {offset} of the unpacked text: ")
                + $"{Reason(JsonFailure.Shorten(cause))} {FileErrors.Advice()}",
            JsonFailure.Shorten(cause));

    public static AmazonAdsUnexpectedResponseException TrailingData(long rows) =>
        FileErrors.Damaged(
            FileErrors.Invariant($"The report file goes on after the end of its array of {rows} rows. {FileErrors.Advice()}"));

    public static AmazonAdsUnexpectedResponseException NotAnArray(JsonTokenType token) => FileErrors.Final(
        $"The report file holds a JSON {JsonTokenText.Of(token)} where an array of rows was expected. It is no GZIP_JSON "
        + "report of the reporting API v3.");

    public static AmazonAdsUnexpectedResponseException RowTooLong(long rows, int limit) => FileErrors.Final(FileErrors.Invariant(
        $"Row {rows} (counted from 0) of the report file is longer than {limit} bytes. Raise ReportReaderOptions.MaxRowBytes ")
        + "if such rows are expected.");

    public static AmazonAdsUnexpectedResponseException TooManyColumns(int limit) => FileErrors.Final(FileErrors.Invariant(
        $"The rows of the report file name more than {limit} different columns, so it is no table."));

    /// <summary>The parser's words without its place, which counts from somewhere within the file.</summary>
    private static string Reason(JsonException cause)
    {
        int place = cause.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? cause.Message : cause.Message[..place];
    }
}
