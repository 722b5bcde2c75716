using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Reports;

/// <summary>What is said when a report file as a whole cannot be used.</summary>
/// <remarks>No message holds content of the file beyond a single character: rows are an advertiser's data.</remarks>
internal static class ReportFileErrors
{
    private const string Again =
        "Nothing of it may count as complete. Download the report again; if it comes the same, ask Amazon for a new one.";

    public static AmazonAdsUnexpectedResponseException Empty() =>
        Damaged($"The report file is empty. A report without rows would hold '[]'. {Again}");

    public static AmazonAdsUnexpectedResponseException Truncated(long rows) =>
        Damaged(Invariant($"The report file ends too early, in or after row {rows} (counted from 0): the closing ']' is missing. {Again}"));

    public static AmazonAdsUnexpectedResponseException BadGzip(string subject = "report", Exception? cause = null) => Damaged(
        $"The {subject}'s gzip data is truncated or damaged: it does not end with a checksum that fits its content. "
            + Again.Replace("report", subject, StringComparison.Ordinal),
        cause);

    public static AmazonAdsUnexpectedResponseException BadJson(long rows, long offset, JsonException cause) =>
        Damaged(
            Invariant($"The report file is not valid JSON at row {rows} (counted from 0), near byte {offset} of the unpacked text: {Reason(JsonFailure.Shorten(cause))} {Again}"),
            JsonFailure.Shorten(cause));

    public static AmazonAdsUnexpectedResponseException TrailingData(long rows) =>
        Damaged(Invariant($"The report file goes on after the end of its array of {rows} rows. {Again}"));

    public static AmazonAdsUnexpectedResponseException NotAnArray(JsonTokenType token) => Final(
        $"The report file holds a JSON {JsonTokenText.Of(token)} where an array of rows was expected. It is no GZIP_JSON report of the reporting API v3.");

    public static AmazonAdsUnexpectedResponseException RowTooLong(long rows, int limit) => Final(Invariant(
        $"Row {rows} (counted from 0) of the report file is longer than {limit} bytes. Raise ReportReaderOptions.MaxRowBytes if such rows are expected."));

    public static AmazonAdsUnexpectedResponseException TooLarge(long limit, string subject = "report") => Final(Invariant(
        $"The {subject} file unpacks to more than {limit} bytes.{(subject == "report" ? " Raise ReportReaderOptions.MaxDecompressedBytes if such files are expected." : "")}"));

    public static AmazonAdsUnexpectedResponseException TooLong(long limit) =>
        Final(Invariant($"The report file has more than {limit} bytes as it arrives, so it is no report of Amazon's; it was not kept."));

    public static AmazonAdsUnexpectedResponseException TooManyColumns(int limit) => Final(Invariant(
        $"The rows of the report file name more than {limit} different columns, so it is no table."));

    /// <summary>The parser's words without its place, which counts from somewhere within the file.</summary>
    private static string Reason(JsonException cause)
    {
        int place = cause.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? cause.Message : cause.Message[..place];
    }

    private static AmazonAdsUnexpectedResponseException Damaged(string message, Exception? cause = null) =>
        new(message, new AmazonAdsFailure { IsTransient = true }, cause);

    private static AmazonAdsUnexpectedResponseException Final(string message) =>
        new(message, new AmazonAdsFailure { IsTransient = false });

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
