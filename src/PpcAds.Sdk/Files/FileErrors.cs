using System.Globalization;

namespace PpcAds.Sdk.Files;

/// <summary>The exceptions about a file of a report or an export that cannot be used as a whole.</summary>
/// <remarks>No message holds content of the file: rows are an advertiser's data.</remarks>
internal static class FileErrors
{
    /// <summary>What to do about a damaged file.</summary>
    /// <param name="subject"><c>report</c> or <c>export</c>.</param>
    public static string Advice(string subject = "report") =>
        $"Nothing of it may count as complete. Download the {subject} again; if it comes the same, request a new one from "
        + "Amazon.";

    public static AmazonAdsUnexpectedResponseException BadGzip(string subject, Exception? cause = null) => Damaged(
        $"The {subject}'s gzip data is truncated or damaged: it does not end with a checksum that fits its content. "
        + $"{Advice(subject)}",
        cause);

    public static AmazonAdsUnexpectedResponseException TooLarge(long limit, string subject) => Final(Invariant(
        $"The {subject} file unpacks to more than {limit} bytes.{(subject == "report" ? " Raise ReportReaderOptions.MaxDecompressedBytes if such files are expected." : "")}"));

    /// <summary>A file that may arrive whole when it is downloaded again.</summary>
    public static AmazonAdsUnexpectedResponseException Damaged(string message, Exception? cause = null) =>
        new(message, new AmazonAdsFailure { IsTransient = true }, cause);

    /// <summary>Creates the error for a file that another download does not fix.</summary>
    public static AmazonAdsUnexpectedResponseException Final(string message) =>
        new(message, new AmazonAdsFailure { IsTransient = false });

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
