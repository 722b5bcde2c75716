using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Exports;

/// <summary>The operations of Amazon Ads exports v1. One kind's media type is that of all its calls.</summary>
internal static class ExportOperations
{
    public static AdsOperation Create(ExportKind kind) => new(
        $"exports.{Segment(kind)}.create", HttpMethod.Post, OperationClass.ExportCreation, MediaType(kind), MediaType(kind));

    public static AdsOperation Get(ExportKind kind) =>
        new("exports.get", HttpMethod.Get, OperationClass.ReportPolling, null, MediaType(kind));

    public static string Segment(ExportKind kind) => kind switch
    {
        ExportKind.Campaigns => "campaigns",
        ExportKind.AdGroups => "adGroups",
        ExportKind.Targets => "targets",
        ExportKind.Ads => "ads",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of export."),
    };

    private static string MediaType(ExportKind kind) => $"application/vnd.{Segment(kind).ToLowerInvariant()}export.v1+json";
}
