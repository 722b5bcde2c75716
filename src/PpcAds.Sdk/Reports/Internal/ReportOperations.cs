using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Reports;

/// <summary>The operations of Amazon Ads reporting v3.</summary>
internal static class ReportOperations
{
    public static readonly AdsOperation Create = new(
        "reports.create",
        HttpMethod.Post,
        OperationClass.ReportCreation,
        "application/vnd.createasyncreportrequest.v3+json",
        "application/vnd.createasyncreportresponse.v3+json");

    public static readonly AdsOperation Get = new(
        "reports.get", HttpMethod.Get, OperationClass.ReportPolling, null, "application/vnd.getasyncreportresponse.v3+json");

    public static readonly AdsOperation Delete = new(
        "reports.delete",
        HttpMethod.Delete,
        OperationClass.ReportCreation,
        null,
        "application/vnd.deleteasyncreportresponse.v3+json");
}
