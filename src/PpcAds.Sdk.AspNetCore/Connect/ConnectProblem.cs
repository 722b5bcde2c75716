using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>The refusals, each with a code that identifies it. None quotes the request.</summary>
internal static class ConnectProblem
{
    public static IResult NotOpened() => Of(
        StatusCodes.Status403Forbidden,
        "connect_not_opened",
        "Connecting is closed.",
        "The host has not said who may connect accounts: PpcAdsConnectOptions.MayConnect.");

    public static IResult UserWithoutId() => Of(
        StatusCodes.Status403Forbidden,
        "connect_user_without_id",
        "The user has no id.",
        "The user who returns from Amazon must be the one who left; set PpcAdsConnectOptions.UserId to identify users.");

    /// <summary>The same for an account that does not exist and for one that the user may not see.</summary>
    public static IResult NoAccount() => Of(
        StatusCodes.Status404NotFound, "not_found", "There is no such account.", "Check the account's id.");

    public static IResult Closed() => Of(
        StatusCodes.Status409Conflict, "account_closed", "The account was deleted.", "Add a new account and connect that one.");

    public static IResult Invalid(IReadOnlyDictionary<string, string[]> errors) => ProblemResult.Invalid(errors);

    public static IResult NoHttps() => Of(
        StatusCodes.Status500InternalServerError,
        "connect_address_invalid",
        "Amazon sends browsers back to https addresses only.",
        "Set PpcAdsOptions.Application.RedirectUri to the callback's public address, or let the host see that the request used "
            + "https (forwarded headers).");

    public static IResult Malformed() => Of(
        StatusCodes.Status400BadRequest,
        "connect_malformed",
        "This is no answer of Amazon's consent page.",
        "Start again where accounts are connected.");

    public static IResult UnknownState() => Of(
        StatusCodes.Status400BadRequest,
        "connect_state_unknown",
        "This browser is not on its way back from Amazon.",
        "The answer was used already, took too long, or belongs to another browser. Start again where accounts are connected.");

    public static IResult ExpiredState() => Of(
        StatusCodes.Status400BadRequest,
        "connect_state_expired",
        "It took too long.",
        "Start again where accounts are connected.");

    public static IResult UsedState() => Of(
        StatusCodes.Status400BadRequest,
        "connect_state_used",
        "The answer was used already.",
        "Start again where accounts are connected, if the account is not connected.");

    public static IResult ForeignState() => Of(
        StatusCodes.Status403Forbidden,
        "connect_state_foreign",
        "Another user began this.",
        "The user who returns from Amazon must be the one who left. Sign in as that user, or start again.");

    public static IResult Refused(AccountId accountId) => Of(
        StatusCodes.Status403Forbidden,
        "connect_consent_refused",
        "The advertiser did not consent.",
        "Nothing was changed. Start again to give consent.",
        accountId);

    public static IResult AmazonsError(string error) => Of(
        StatusCodes.Status502BadGateway,
        "connect_amazon_error",
        "Amazon's consent page failed.",
        $"Amazon answered {error}. Nothing was changed.");

    public static IResult CodeRefused(AmazonAdsException failure, AccountId accountId) => Of(
        failure.IsTransient
            ? StatusCodes.Status503ServiceUnavailable
            : failure.ErrorCode == "invalid_grant" ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status502BadGateway,
        "connect_code_refused",
        "Login with Amazon gave no grant.",
        failure.Message,
        accountId);

    public static IResult TooMany() => Of(
        StatusCodes.Status429TooManyRequests,
        "too_many_requests",
        "Too many requests.",
        "Try again after the seconds of Retry-After.");

    public static IResult StoreFailed() => Of(
        StatusCodes.Status503ServiceUnavailable, "storage_unavailable", "The database cannot be used now; try again.",
            "Try again after the seconds of Retry-After.");

    public static IResult Unexpected() => Of(
        StatusCodes.Status500InternalServerError, "failed", "Something went wrong here.",
            "See the service's log for the trace id.");

    /// <summary>The account only where the browser has shown that it began with it.</summary>
    private static ProblemResult Of(int status, string code, string title, string detail, AccountId? accountId = null) =>
        new(status, code, title) { Detail = detail, AccountId = accountId?.ToString() };
}
