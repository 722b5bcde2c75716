using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>Reporting v3.</summary>
internal static class ReportOperations
{
    /// <summary>Amazon Ads reporting v3, recorded in March 2026: a caller that accepts plain JSON gets plain JSON.</summary>
    private static readonly string[] PlainJson = [Answer.Json];

    private static readonly Operation Create = new(
        "reports.create",
        "POST",
        "/reporting/reports",
        OperationGroup.ReportCreation,
        "application/vnd.createasyncreportrequest.v3+json",
        "application/vnd.createasyncreportresponse.v3+json")
    {
        OtherAnswers = PlainJson,
        TakesPlainJson = true,
    };

    private static readonly Operation Get = new(
        "reports.get",
        "GET",
        "/reporting/reports/*",
        OperationGroup.ReportStatus,
        null,
        "application/vnd.getasyncreportresponse.v3+json")
    {
        OtherAnswers = PlainJson,
    };

    private static readonly Operation Delete = new(
        "reports.delete",
        "DELETE",
        "/reporting/reports/*",
        OperationGroup.ReportCreation,
        null,
        "application/vnd.deleteasyncreportresponse.v3+json")
    {
        OtherAnswers = PlainJson,
    };

    public static IEnumerable<Endpoint> All(ReportService reports) =>
    [
        new(Create, scoped => AnswerOf(scoped, reports.Create(scoped.Profile, scoped.Call.Body))),
        new(Get, scoped => AnswerOf(scoped, reports.Get(scoped.Profile, Uri.UnescapeDataString(scoped.Last), scoped.Root))),
        new(Delete, scoped => AnswerOf(scoped, reports.Delete(scoped.Profile, Uri.UnescapeDataString(scoped.Last)))),
    ];

    private static Answer AnswerOf(ScopedCall scoped, ReportAnswer answer) =>
        Answer.Of(answer.Status, answer.Body, answer.Status == 200 ? scoped.AnswerType : Answer.Json);
}
