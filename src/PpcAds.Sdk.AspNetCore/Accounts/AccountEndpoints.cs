using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>Accounts: added, read, changed, closed.</summary>
internal static class AccountEndpoints
{
    private const string Body = """{"company_name":"Acme","primary_contact_email":"ada@acme.example"}""";

    private const string Example = """
        {"account_id":"42","company_name":"Acme","primary_contact_email":"ada@acme.example","status":"active","consented_at":"2026-08-01T09:30:00+00:00","consent_ends_at":"2027-08-01T09:30:00+00:00","created_at":"2026-08-01T09:20:00+00:00","changed_at":"2026-08-01T09:30:00+00:00"}
        """;

    public static void Map(RouteGroupBuilder group)
    {
        RouteGroupBuilder accounts = group.MapGroup("/accounts").WithTags("accounts");
        accounts.MapPost("", (Delegate)AddAsync).Describe("AddAccount", "Adds an account. It is synced once it has credentials.")
            .Taking<AccountBody>(Body).Answering<AccountResponse>(StatusCodes.Status201Created, Example)
            .Limited(PpcAdsRateLimit.Accounts);
        accounts.MapGet("", ListAsync).Describe("ListAccounts", "Lists the accounts that the user may see, closed ones too.")
            .Answering<PageResponse<AccountResponse>>(StatusCodes.Status200OK, $$"""{"items":[{{Example}}],"next":null}""")
            .Failing(StatusCodes.Status400BadRequest);
        accounts.MapGet("/{accountId}", GetAsync).Describe("GetAccount", "Reads an account.")
            .Answering<AccountResponse>(StatusCodes.Status200OK, Example).Failing(StatusCodes.Status404NotFound);
        accounts.MapPatch("/{accountId}", ChangeAsync)
            .Describe("ChangeAccount", "Changes an account's name, address or status. What is left out stays.")
            .Taking<AccountChange>("""{"status":"paused"}""").Answering<AccountResponse>(StatusCodes.Status200OK, Example)
            .Failing(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        accounts.MapDelete("/{accountId}", CloseAsync)
            .Describe(
                "CloseAccount",
                "Closes an account: its credentials are removed immediately, it is never synced again, loaded data stays.")
            .Produces(StatusCodes.Status204NoContent).Failing(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> AddAsync(HttpContext context)
    {
        AccountBody body = await RequestBody.ReadAsync(context, AccountsJsonContext.Default.AccountBody).ConfigureAwait(false);
        AccountInput.Check(body.CompanyName, body.PrimaryContactEmail, areRequired: true);
        Account account = await AccountActions.AddAsync(
            context, body.CompanyName, body.PrimaryContactEmail).ConfigureAwait(false);
        context.Response.Headers.Location =
            $"{context.Request.PathBase}{context.Request.Path.Value?.TrimEnd('/')}/{account.AccountId}";
        return EndpointConventions.Answer(
            AccountResponse.Of(account), AccountsJsonContext.Default.AccountResponse, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, [AsParameters] PageParameters parameters, [FromServices] IAccountStore store)
    {
        var query = new QueryValues(context, PageParameters.Names);
        PageRequest page = query.Page();
        query.ThrowIfInvalid();
        IReadOnlySet<AccountId>? only = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false);
        ReadPage<Account> accounts = await store.ListAsync(only, page, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<AccountResponse>.Of(accounts, AccountResponse.Of),
            AccountsJsonContext.Default.PageResponseAccountResponse);
    }

    private static async Task<IResult> GetAsync(string accountId, HttpContext context) =>
        await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is { } account
            ? EndpointConventions.Answer(AccountResponse.Of(account), AccountsJsonContext.Default.AccountResponse)
            : ProblemResult.NotFound("account");

    private static async Task<IResult> ChangeAsync(string accountId, HttpContext context)
    {
        if (await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is not { } account)
        {
            return ProblemResult.NotFound("account");
        }

        AccountChange change = await RequestBody.ReadAsync(
            context, AccountsJsonContext.Default.AccountChange).ConfigureAwait(false);
        AccountInput.Check(change.CompanyName, change.PrimaryContactEmail, areRequired: false);
        if (change.Status is not (null or "active" or "paused"))
        {
            return ProblemResult.Invalid("status", "It must be active or paused.");
        }

        Account changed = await AccountActions.ChangeAsync(
            context,
            account,
            change.CompanyName,
            change.PrimaryContactEmail,
            change.Status is { } status ? status == "paused" : null).ConfigureAwait(false);
        return EndpointConventions.Answer(AccountResponse.Of(changed), AccountsJsonContext.Default.AccountResponse);
    }

    private static async Task<IResult> CloseAsync(string accountId, HttpContext context)
    {
        if (await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is not { } account)
        {
            return ProblemResult.NotFound("account");
        }

        await AccountActions.CloseAsync(context, account).ConfigureAwait(false);
        return TypedResults.NoContent();
    }
}
