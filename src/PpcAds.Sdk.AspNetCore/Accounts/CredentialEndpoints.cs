using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>An account's credentials: tried at Amazon before they are stored, and never given out.</summary>
internal static class CredentialEndpoints
{
    /// <summary>Longer than any that Amazon gives.</summary>
    private const int MaxLength = 4096;

    private const string Body = """{"client_id":"amzn1.application-oa2-client.1","client_secret":"amzn1.oa2-cs.v1.2","refresh_token":"Atzr|3","consented_at":"2026-08-01"}""";

    private const string Example = """
        {"account_id":"42","client_id":"amzn1.application-oa2-client.1","regions":["NA","EU"],"profiles":3,
        "consented_at":"2026-08-01T00:00:00+00:00","consent_ends_at":"2027-08-01T00:00:00+00:00"}
        """;

    public static void Map(RouteGroupBuilder group)
    {
        RouteGroupBuilder credentials = group.MapGroup("/accounts/{accountId}/credentials").WithTags("accounts");
        credentials.MapPost("", StoreAsync)
            .Describe(
                "StoreCredentials",
                "Tries credentials at Amazon and stores them, in place of any that there are. The account is active then.")
            .Taking<CredentialsBody>(Body).Answering<CredentialsResponse>(StatusCodes.Status200OK, Example)
            .Failing(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .Limited(PpcAdsRateLimit.Credentials);
        credentials.MapDelete("", RemoveAsync)
            .Describe("RemoveCredentials", "Removes the credentials immediately; the account is not synced until it has others.")
            .Produces(StatusCodes.Status204NoContent).Failing(StatusCodes.Status404NotFound).Limited(PpcAdsRateLimit.Credentials);
    }

    private static async Task<IResult> StoreAsync(
        [Description(Ids.AccountText)] string accountId,
        HttpContext context,
        [FromServices] IAccountStore store,
        [FromServices] TimeProvider timeProvider)
    {
        if (await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is not { } account)
        {
            return ProblemResult.NotFound("account");
        }

        CredentialsBody body = await RequestBody.ReadAsync(
            context, AccountsJsonContext.Default.CredentialsBody).ConfigureAwait(false);
        (LwaCredentials credentials, AmazonAdsRegion? region, DateTimeOffset? consentedAt) = Check(
            body, timeProvider.GetUtcNow());
        VerifiedCredentials verified = await AccountActions.StoreCredentialsAsync(
            context, account, credentials, region, consentedAt).ConfigureAwait(false);

        // With the same refresh token and no date, the one that was noted stays.
        Account connected = await store.FindAsync(account.AccountId, context.RequestAborted).ConfigureAwait(false) ?? account;
        var answer = new CredentialsResponse
        {
            AccountId = account.AccountId.ToString(),
            ClientId = credentials.ClientId,
            Regions = [.. verified.Regions.Select(RegionNames.Of)],
            Profiles = verified.Profiles.Count,
            ConsentedAt = connected.ConsentedAt,
            ConsentEndsAt = connected.ConsentEndsAt,
        };
        return EndpointConventions.Answer(answer, AccountsJsonContext.Default.CredentialsResponse);
    }

    private static async Task<IResult> RemoveAsync(
        [Description(Ids.AccountText)] string accountId, HttpContext context, [FromServices] ITokenStore tokens,
            [FromServices] IAccountStore store)
    {
        if (await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is not { } account)
        {
            return ProblemResult.NotFound("account");
        }

        await tokens.RemoveAsync(account.AccountId, context.RequestAborted).ConfigureAwait(false);
        await store.SetConsentAsync(account.AccountId, null, CancellationToken.None).ConfigureAwait(false);
        await store.SetStatusAsync(account.AccountId, AccountStatus.NeedsConsent, CancellationToken.None).ConfigureAwait(false);
        (var logger, string user) = AuditLog.Of(context);
        AuditLog.CredentialsRemoved(logger, user, account.AccountId);
        return TypedResults.NoContent();
    }

    private static (LwaCredentials Credentials, AmazonAdsRegion? Region, DateTimeOffset? ConsentedAt) Check(
        CredentialsBody body, DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Require("client_id", body.ClientId);
        Require("client_secret", body.ClientSecret);
        Require("refresh_token", body.RefreshToken);
        AmazonAdsRegion region = default;
        if (body.Region is not null && !RegionNames.TryParse(body.Region, out region))
        {
            errors["region"] = [$"It must be one of {RegionNames.Allowed}, or left out."];
        }

        (DateTimeOffset? consentedAt, string? error) = ConsentInput.Read(body.ConsentedAt, now);
        if (error is not null)
        {
            errors["consented_at"] = [error];
        }

        return errors.Count > 0
            ? throw new PpcAdsProblemException(ProblemResult.Invalid(errors))
            : (
                new LwaCredentials(body.ClientId!, body.ClientSecret!, body.RefreshToken!),
                body.Region is null ? null : region,
                consentedAt);

        void Require(string field, string? value)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Length > MaxLength || value.Any(char.IsControl))
            {
                errors[field] =
                [
                    string.IsNullOrWhiteSpace(value)
                        ? "It is missing."
                        : $"It has more than {MaxLength} characters, or a control character.",
                ];
            }
        }
    }
}
