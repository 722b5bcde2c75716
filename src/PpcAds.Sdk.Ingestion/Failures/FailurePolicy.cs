using System.Net;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>
/// What each answer means for the ingestion, once the client's own retries are spent. The one place that decides;
/// docs/failures.md shows the same table.
/// </summary>
internal static class FailurePolicy
{
    /// <summary>What <see cref="AmazonAdsException.Operation"/> says of the download of a report.</summary>
    private const string ReportDownload = "reports.download";

    /// <summary>
    /// How often a report must fail in the same way before another is requested: one odd answer proves nothing.
    /// </summary>
    private const int TriesOfReport = 3;

    private const string ConsentEnded = "consent ended";

    /// <summary>The rows; the first that matches counts, and the last matches always.</summary>
    public static IReadOnlyList<FailureRule> Rules { get; } =
    [
        new(
            ConsentEnded,
            "Login with Amazon: `invalid_grant`, once 365 days have passed since the advertiser consented",
            FailureAction.NeedsConsent,
            "The advertiser's consent has ended, as it does after 365 days: connect the account again, or store new "
            + "credentials with AccountManager.ReconnectAsync. Nothing that was loaded is lost.",
            (failure, context) => IsLwa(failure, "invalid_grant") && context.ConsentEndedAt is not null),
        new("grant revoked", "Login with Amazon: `invalid_grant`", FailureAction.NeedsConsent,
            "The grant was revoked: let the advertiser consent again, and store the new credentials with "
            + "AccountManager.ReconnectAsync.",
            (failure, _) => IsLwa(failure, "invalid_grant")),
        new("client not allowed", "Login with Amazon: `unauthorized_client`", FailureAction.NeedsConsent,
            "Amazon does not let this client id in: apply for access for it, then AccountManager.ReconnectAsync.",
            (failure, _) => IsLwa(failure, "unauthorized_client")),
        new("wrong client", "Login with Amazon: `invalid_client`", FailureAction.NeedsConsent,
            "The client id or the client secret is wrong: store the right ones with AccountManager.ReconnectAsync. The grant "
            + "itself may be good.",
            (failure, _) => IsLwa(failure, "invalid_client")),
        new("token service down", "Login with Amazon: 429, 5xx", FailureAction.RetryLater, "",
            (failure, _) => failure is AmazonAdsAuthenticationException { IsTransient: true }) { CountsForCircuit = true },
        new("token refused", "Login with Amazon: any other refusal", FailureAction.StopAccount, "",
            (failure, _) => failure is AmazonAdsAuthenticationException),
        new("report failed", "Amazon gave up on a report, or its file is not what was requested", FailureAction.AskAnew, "",
            (failure, _) => failure is AmazonAdsReportFailedException or ReportRejectedException),
        new("duplicate", "425 that names a report other than the requested one", FailureAction.RetryLater, "",
            (failure, _) => failure is AmazonAdsDuplicateReportException),
        new("throttled", "429, after all tries", FailureAction.RetryLater, "",
            (failure, _) => failure is AmazonAdsThrottledException),
        new("server fault", "5xx, after all tries", FailureAction.RetryLater, "",
            (failure, _) =>
                failure is AmazonAdsException { IsTransient: true, StatusCode: not null }) { CountsForCircuit = true },
        new("no answer", "a broken connection, a time-out, after all tries", FailureAction.RetryLater, "",
            (failure, _) => failure is AmazonAdsException { IsTransient: true }) { CountsForCircuit = true },
        new(
            "report unreadable",
            "a report's status or link that is not the documented one, or a refusal of its file, three times in a row",
            FailureAction.AskAnew,
            "Its report cannot be read.",
            (failure, context) => context is { IsReport: true, EarlierFailures: >= TriesOfReport - 1 }
                && failure is AmazonAdsUnexpectedResponseException
                    or AmazonAdsException { Operation: ReportDownload, StatusCode: not null }),
        new("file refused", "any other status than 200 for a report's file: polling the report again gives a new link",
            FailureAction.RetryLater, "",
            (failure, _) => failure is AmazonAdsException { Operation: ReportDownload, StatusCode: not null }),
        new("account refused", "401 on a call that is for no profile, with a token that is new", FailureAction.StopAccount,
            "Amazon no longer accepts the account's access token; the next refresh shows whether the grant was revoked.",
            (failure, _) =>
                failure is AmazonAdsAccessDeniedException { StatusCode: HttpStatusCode.Unauthorized, ProfileId: null }),
        new(
            "view only",
            "403 on a list, or 401 after another answer, for a profile that the grant may only view",
            FailureAction.SkipByRule,
            "The grant may only view this profile, and Amazon does not give this list then.",
            (failure, context) =>
                failure is AmazonAdsAccessDeniedException denied && context is { IsViewOnly: true, IsReport: false }
                && (denied.StatusCode == HttpStatusCode.Forbidden || context.HasAnswered)),
        new(
            "profile without access",
            "401 or 403, twice or with a word about the profile, on the first call for it in a run; of reports, 401 only",
            FailureAction.StopProfile,
            "The grant has no access to this profile; nothing more was requested for it in this run.",
            (failure, context) => failure is AmazonAdsAccessDeniedException { ProfileId: not null } denied && !context.HasAnswered
                && (!context.IsReport || denied.StatusCode == HttpStatusCode.Unauthorized)),
        new(
            "report refused",
            "401 or 403, twice, on a call for a report, after another answer for the profile",
            FailureAction.RetryLater,
            "Amazon refuses the report.",
            (failure, context) => failure is AmazonAdsAccessDeniedException && context.IsReport),
        new(
            "product not open",
            "401 or 403 on a list of Sponsored Brands or Display, after another answer for the profile",
            FailureAction.SkipProduct,
            "The profile does not have this ad product: sellers need Amazon's Brand Registry for it.",
            (failure, context) => failure is AmazonAdsAccessDeniedException
                && context is
                {
                    IsReport: false,
                    HasAnswered: true,
                    AdProduct: AdProducts.SponsoredBrands or AdProducts.SponsoredDisplay,
                }),
        new("operation without access", "401 or 403 on any other call", FailureAction.StopStep,
            "The grant has no right to this operation.",
            (failure, _) => failure is AmazonAdsAccessDeniedException),
        new("agency", "400 or 422 that names agencies", FailureAction.SkipByRule,
            "It is an agency's: Amazon refuses sponsored ads calls for such profiles.",
            (failure, _) => failure is AmazonAdsValidationException { Details: { } details }
                && details.Contains("agency", StringComparison.OrdinalIgnoreCase)),
        new("not valid", "400, 422, or input that is refused before it is sent", FailureAction.StopStep, "",
            (failure, _) => failure is AmazonAdsValidationException or PpcAdsValidationException),
        new("report gone", "404 for a report, twice in a row", FailureAction.AskAnew, "Amazon no longer knows the report.",
            (failure, context) => failure is AmazonAdsNotFoundException && context is { IsReport: true, EarlierFailures: > 0 }),
        new("report not found", "404 for a report", FailureAction.RetryLater, "Amazon does not know the report.",
            (failure, context) => failure is AmazonAdsNotFoundException && context.IsReport),
        new("operation gone", "404 for a list: an error, never an empty list", FailureAction.StopStep,
            "Amazon does not have this operation any more; look for a newer release.",
            (failure, _) => failure is AmazonAdsNotFoundException),
        new("unreadable", "2xx or 3xx with a body that is not the documented one", FailureAction.RetryLater, "",
            (failure, _) => failure is AmazonAdsUnexpectedResponseException),
        new("refused", "any other 4xx", FailureAction.StopStep, "",
            (failure, _) => failure is AmazonAdsException),
        new(
            "our side",
            "the database, the disk, anything that Amazon did not answer",
            FailureAction.RetryLater,
            "",
            (_, _) => true),
    ];

    /// <summary>What a failure means.</summary>
    public static FailureDecision Decide(Exception failure, FailureContext context, StorageErrors errors)
    {
        FailureRule rule = Rules.First(row => row.Matches(failure, context));
        string described = errors.Describe(failure);
        string ended =
            rule.Name == ConsentEnded && context.ConsentEndedAt is { } end ? $" It ended on {ConsentNotice.DayOf(end)}." : "";
        return new FailureDecision(rule, rule.Says.Length == 0 ? described : $"{rule.Says}{ended} {described}");
    }

    private static bool IsLwa(Exception failure, string code) =>
        failure is AmazonAdsAuthenticationException { IsTransient: false } refusal && refusal.ErrorCode == code;
}
