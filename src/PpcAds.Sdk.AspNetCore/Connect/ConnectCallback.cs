using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// Takes a browser back from Amazon's consent page: checks that it is the one that left, then trades its code for the grant.
/// </summary>
internal sealed class ConnectCallback(
    AmazonConsent consent,
    AccountManager accounts,
    ConnectAccess access,
    ConnectTickets tickets,
    ConnectLimit limit,
    ILeaseStore leases,
    IPpcAdsConnectedHandler handler,
    IOptions<PpcAdsConnectOptions> options,
    TimeProvider timeProvider,
    ILoggerFactory loggers)
{
    private const string AccessDenied = "access_denied";

    /// <summary>Login with Amazon names no length; its tokens have up to 2048 bytes.</summary>
    private const int LongestCode = 2048;

    // RFC 6749, 4.1.2.1. Others are not repeated: anybody can write them into an address.
    private static readonly string[] KnownErrors =
        [
            AccessDenied, "invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope", "server_error",
            "temporarily_unavailable",
        ];

    private readonly ILogger _logger = loggers.CreateLogger(ConnectLog.Category);

    public async Task<IResult> RunAsync(HttpContext context, CancellationToken cancellationToken)
    {
        IQueryCollection query = context.Request.Query;
        if (query["state"] is not [{ } state]
            || !ConnectTickets.IsState(state)
            || query["code"].Count + query["error"].Count != 1)
        {
            return Refuse("it is malformed", ConnectProblem.Malformed());
        }

        if (tickets.Find(context, state) is not { } ticket)
        {
            return Refuse("the browser has no ticket for it", ConnectProblem.UnknownState());
        }

        if (timeProvider.GetUtcNow() >= ticket.ExpiresAt)
        {
            ConnectTickets.Remove(context, ticket);
            return Refuse("it is too late", ConnectProblem.ExpiredState());
        }

        (string? userId, IResult? problem) = access.UserOf(context);
        if (problem is not null)
        {
            return problem;
        }

        if (userId != ticket.UserId)
        {
            return Refuse("another user began it", ConnectProblem.ForeignState());
        }

        var accountId = new AccountId(ticket.AccountId);
        if (await access.RefuseAsync(context, accountId, userId, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        // Before the state is used: the browser may come again with it.
        if (query["code"].Count == 1 && limit.TakeExchange(context) is { } wait)
        {
            ConnectLog.TooMany(_logger);
            RetryAfter.Set(context.Response, wait);
            return ConnectProblem.TooMany();
        }

        if (!await TryUseAsync(state, cancellationToken).ConfigureAwait(false))
        {
            return Refuse("it was used already", ConnectProblem.UsedState());
        }

        ConnectTickets.Remove(context, ticket);
        return query["code"] is [{ Length: > 0 and <= LongestCode } code]
            ? await ConnectAsync(accountId, code, ticket).ConfigureAwait(false)
            : query["error"] is [{ Length: > 0 } error]
                ? NoConsent(accountId, error, ticket)
                : Refuse("its code is empty or too long", ConnectProblem.Malformed());
    }

    /// <summary>
    /// Whether the state was not used before, in any process on the same store: its lease is taken once and outlives the ticket,
    /// whatever happens to the cookie.
    /// </summary>
    private async Task<bool> TryUseAsync(string state, CancellationToken cancellationToken)
    {
        string name = $"connect/{Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(state)))}";
        return await leases.TryTakeAsync(
            name, "connect", options.Value.StateLifetime + TimeSpan.FromMinutes(1), cancellationToken)
            .ConfigureAwait(false) is not null;
    }

    /// <summary>From here on the browser may leave: the code is spent, and what it gives must be kept.</summary>
    private async Task<IResult> ConnectAsync(AccountId accountId, string code, ConnectTicket ticket)
    {
        LwaCredentials credentials;
        try
        {
            var request = new ConsentRequest
            {
                Region = ticket.Region,
                RedirectUri = ticket.RedirectUri,
                State = ticket.State,
                CodeVerifier = ticket.CodeVerifier,
            };
            credentials = await consent.ExchangeAsync(code, request, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AmazonAdsException exception)
        {
            ConnectLog.CodeRefused(_logger, accountId, ticket.UserId, exception);
            return ConnectProblem.CodeRefused(exception, accountId);
        }

        if (!await accounts.ReconnectAsync(
            accountId, credentials, timeProvider.GetUtcNow(), CancellationToken.None).ConfigureAwait(false))
        {
            return ConnectProblem.Closed();
        }

        ConnectLog.Connected(_logger, accountId, ticket.UserId, credentials.ClientId);
        await TellAsync(new PpcAdsConnection(accountId, credentials.ClientId, ticket.UserId)).ConfigureAwait(false);
        return ticket.ReturnUrl is { } returnUrl ? TypedResults.LocalRedirect(returnUrl)
            : options.Value.ConnectedPage is { } page
            ? TypedResults.Redirect(QueryHelpers.AddQueryString(page, "account_id", accountId.ToString()))
            : TypedResults.Json(
                new ConnectedResponse(accountId.ToString(), "connected"), ConnectJsonContext.Default.ConnectedResponse);
    }

    private async Task TellAsync(PpcAdsConnection connection)
    {
        try
        {
            await handler.ConnectedAsync(connection, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            ConnectLog.HandlerFailed(_logger, connection.AccountId, exception);
        }
    }

    private IResult NoConsent(AccountId accountId, string error, ConnectTicket ticket)
    {
        string known = KnownErrors.Contains(error) ? error : "an error that is not known";
        ConnectLog.NoConsent(_logger, accountId, known, ticket.UserId);
        if (error != AccessDenied)
        {
            return ConnectProblem.AmazonsError(known);
        }

        return options.Value.RefusedPage is { } page
            ? TypedResults.Redirect(QueryHelpers.AddQueryString(
                QueryHelpers.AddQueryString(page, "error", AccessDenied), "account_id", accountId.ToString()))
            : ConnectProblem.Refused(accountId);
    }

    private IResult Refuse(string reason, IResult problem)
    {
        ConnectLog.ReturnRefused(_logger, reason);
        return problem;
    }
}
