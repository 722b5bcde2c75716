using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>What Amazon says against credentials.</summary>
internal static class CredentialRefusal
{
    /// <summary>The problem; null when Amazon did not judge them.</summary>
    public static ProblemResult? Of(Exception exception) => exception switch
    {
        AmazonAdsException { IsTransient: true } => null,
        AmazonAdsAuthenticationException refused => Unprocessable(
            refused.ErrorCode ?? "refused",
            "Login with Amazon refuses the credentials.",
            refused.Details is { } details ? $"{refused.ErrorCode}: {details}" : refused.ErrorCode),
        AmazonAdsAccessDeniedException => Unprocessable(
            "access_denied",
            "Login with Amazon takes the credentials, but Amazon Ads does not.",
            "Apply for access to the Ads API for this client id."),
        PpcAdsValidationException invalid => Unprocessable(
            "no_profiles",
            "The credentials read no profile.",
            invalid.Problems.Count > 0 ? $"The region {invalid.Problems[0].Reason}" : null),
        _ => null,
    };

    private static ProblemResult Unprocessable(string code, string title, string? detail) =>
        new(StatusCodes.Status422UnprocessableEntity, code, title) { Detail = detail };
}
