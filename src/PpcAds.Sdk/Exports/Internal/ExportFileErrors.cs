using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>
/// What is said when an export's file cannot be used. No message holds its content: rows are an advertiser's data.
/// </summary>
internal static class ExportFileErrors
{
    public static AmazonAdsUnexpectedResponseException Damaged(string exportId, long rows, JsonException cause) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The file of export {exportId} ends too early or is not the documented JSON, after {rows} rows"
                + $"{(cause.Path is { Length: > 0 } path ? $", at {path}" : "")}. ")
            + "Nothing of it may count as complete. Read the export again; if it comes the same, ask Amazon for a new one.",
        new AmazonAdsFailure { IsTransient = true },
        JsonFailure.Shorten(cause));

    public static AmazonAdsUnexpectedResponseException Odd(string exportId, long rows, JsonException cause) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Row {rows + 1} of export {exportId} is not the documented shape"
                + $"{(cause.Path is { Length: > 0 } path ? $", at {path}" : "")}. ")
            + "Nothing of the export may count as complete; it comes the same again. A sync reads such rows leniently.",
        new AmazonAdsFailure(),
        JsonFailure.Shorten(cause));

    public static AmazonAdsUnexpectedResponseException RowTooLong(int limit) => new(
        string.Create(
            CultureInfo.InvariantCulture, $"A row of the export is longer than {limit} bytes, so the file is no export."),
        new AmazonAdsFailure { IsTransient = false });
}
