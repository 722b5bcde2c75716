using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>Reporting v3.</summary>
internal static class ReportOperations
{
    private static readonly Operation Create = new(
        "reports.create",
        "POST",
        "/reporting/reports",
        OperationGroup.ReportCreation,
        "application/vnd.createasyncreportrequest.v3+json",
        "application/vnd.createasyncreportresponse.v3+json");

    private static readonly Operation Get = new(
        "reports.get", "GET", "/reporting/reports/*", OperationGroup.ReportStatus, null, "application/vnd.getasyncreportresponse.v3+json");

    private static readonly Operation Delete = new(
        "reports.delete", "DELETE", "/reporting/reports/*", OperationGroup.ReportCreation, null, "application/vnd.deleteasyncreportresponse.v3+json");

    public static IEnumerable<Endpoint> All(ReportService reports) =>
    [
        new(Create, scoped => AnswerOf(Create, reports.Create(scoped.Profile, scoped.Call.Body))),
        new(Get, scoped => AnswerOf(Get, reports.Get(scoped.Profile, Uri.UnescapeDataString(scoped.Last), scoped.Root))),
        new(Delete, scoped => AnswerOf(Delete, reports.Delete(scoped.Profile, Uri.UnescapeDataString(scoped.Last)))),
    ];

    private static Answer AnswerOf(Operation operation, ReportAnswer answer) =>
        Answer.Of(answer.Status, answer.Body, answer.Status == 200 ? operation.Accept : Answer.Json);
}
