using System.ComponentModel;
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
    private const string Body =
        """{"company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"customer-42"}""";

    private const string Example = """
        {"account_id":"42","company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"customer-42","status":"active","consented_at":"2026-08-01T09:30:00+00:00","consent_ends_at":"2027-08-01T09:30:00+00:00","created_at":"2026-08-01T09:20:00+00:00","changed_at":"2026-08-01T09:30:00+00:00"}
        """;

    public static void Map(RouteGroupBuilder group)
    {
        RouteGroupBuilder accounts = group.MapGroup("/accounts").WithTags("accounts");
        accounts.MapPost("", AddAsync).Describe(
                "AddAccount",
                "Adds an account. It is synced once it has credentials. An account that has the external key already is the "
                + "answer (200), unchanged.")
            .Taking<AccountBody>(Body).Answering<AccountResponse>(StatusCodes.Status201Created, Example)
            .Answering<AccountResponse>(StatusCodes.Status200OK, Example).Failing(StatusCodes.Status409Conflict)
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

    private static async Task<IResult> AddAsync(HttpContext context, [FromServices] IAccountStore store)
    {
        AccountBody body = await RequestBody.ReadAsync(context, AccountsJsonContext.Default.AccountBody).ConfigureAwait(false);
        AccountInput.Check(body);
        string name = body.CompanyName!.Trim();
        (Account account, bool isNew) = body.ExternalKey is { } key
            ? await store.FindOrAddAsync(key, name, body.PrimaryContactEmail, context.RequestAborted).ConfigureAwait(false)
            : new AddedAccount(
                await store.AddAsync(name, body.PrimaryContactEmail, context.RequestAborted).ConfigureAwait(false), IsNew: true);
        return isNew ? await CompleteAsync(context, account).ConfigureAwait(false)
            : await PpcAdsAccountAccess.MaySeeAsync(context, account.AccountId).ConfigureAwait(false)
            ? EndpointConventions.Answer(AccountResponse.Of(account), AccountsJsonContext.Default.AccountResponse)
            : ProblemResult.Conflict(
                "external_key_taken",
                "The external key belongs to another account.",
                "Use another key. If the account is being added at this moment, repeat the call.");
    }

    private static async Task<IResult> CompleteAsync(HttpContext context, Account account)
    {
        account = await AccountActions.CompleteAsync(context, account).ConfigureAwait(false);
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

    private static async Task<IResult> GetAsync([Description(Ids.AccountText)] string accountId, HttpContext context) =>
        await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is { } account
            ? EndpointConventions.Answer(AccountResponse.Of(account), AccountsJsonContext.Default.AccountResponse)
            : ProblemResult.NotFound("account");

    private static async Task<IResult> ChangeAsync([Description(Ids.AccountText)] string accountId, HttpContext context)
    {
        if (await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is not { } account)
        {
            return ProblemResult.NotFound("account");
        }

        AccountChange change = await RequestBody.ReadAsync(
            context, AccountsJsonContext.Default.AccountChange).ConfigureAwait(false);
        AccountInput.Check(change);
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

    private static async Task<IResult> CloseAsync([Description(Ids.AccountText)] string accountId, HttpContext context)
    {
        if (await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is not { } account)
        {
            return ProblemResult.NotFound("account");
        }

        await AccountActions.CloseAsync(context, account).ConfigureAwait(false);
        return TypedResults.NoContent();
    }
}
