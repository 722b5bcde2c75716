using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Accounts;
using PpcAds.Sdk.AspNetCore.Ingestion;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Accounts;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Connect;

/// <summary>
/// Credentials by hand: write-only. They are tried at Amazon before they are stored, so wrong ones never replace good ones, and
/// nothing of them is sent back, not even after an error.
/// </summary>
internal static class CredentialForm
{
    private const int MaxLength = 4096;

    public static async Task<CredentialFormModel> ReadAsync(HttpContext context, Account account)
    {
        LwaCredentials? stored = await FindStoredAsync(context, account).ConfigureAwait(false);
        return new CredentialFormModel
        {
            ClientId = stored?.ClientId ?? ApplicationOf(context)?.ClientId,
            HasSecret = stored is not null || ApplicationOf(context) is not null,
            IsStored = stored is not null,
        };
    }

    public static async Task<IResult> StoreAsync(HttpContext context, IFormCollection form)
    {
        Account account = await AccountPages.FindAsync(context).ConfigureAwait(false);
        CredentialFormModel known = await ReadAsync(context, account).ConfigureAwait(false);
        CredentialFormModel model = Check(form, known) with { IsOpen = true };
        string clientId = form.Text("client-id") ?? known.ClientId ?? "";
        string? secret = form.Text("client-secret") ?? await FindSecretAsync(context, account, clientId).ConfigureAwait(false);
        if (secret is null && model.SecretError is null)
        {
            model = model with { SecretError = "A client secret is expected: this service has none of this client id." };
        }

        if (model.HasErrors)
        {
            return await ConnectPages.ShowAsync(context, model, StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
        }

        try
        {
            VerifiedCredentials verified = await AccountActions
                .StoreCredentialsAsync(context, account, new LwaCredentials(clientId, secret!, form.Text("refresh-token")!))
                .ConfigureAwait(false);
            int profiles = verified.Profiles.Count;
            await SyncAsync(context, account).ConfigureAwait(false);
            return FlashCookie.Redirect(
                context,
                $"{AccountPages.Root}/{account.AccountId}/connected",
                new Flash(
                    $"The credentials read {profiles} {(profiles == 1 ? "profile" : "profiles")} and are stored encrypted."));
        }
        catch (PpcAdsProblemException exception) when (exception.Problem.StatusCode == StatusCodes.Status422UnprocessableEntity)
        {
            PpcAdsProblem problem = exception.Problem;
            string detail = problem.Detail is null ? "" : $" {problem.Detail}";
            return await ConnectPages.ShowAsync(
                context,
                model with { Refusal = $"{problem.Title}{detail} Nothing was stored; what was stored before stays." },
                StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
        }
    }

    private static CredentialFormModel Check(IFormCollection form, CredentialFormModel known)
    {
        string? token = form.Text("refresh-token");
        return known with
        {
            ClientId = form.Text("client-id") ?? known.ClientId,
            ClientIdError = (form.Text("client-id") ?? known.ClientId) is not { } id
                ? "A client id begins with “amzn1.application-oa2-client.”. It is missing."
                : IsWrong(id) ? "A client id is one line of letters and digits." : null,
            SecretError = form.Text("client-secret") is { } secret && IsWrong(secret)
                ? "A client secret is one line of letters and digits."
                : null,
            TokenError = token is null ? "A refresh token begins with “Atzr|”. It is missing."
                : token.StartsWith("Atza|", StringComparison.Ordinal)
                ? "A refresh token begins with “Atzr|”. What you pasted looks like an access token, which lasts one hour."
                : IsWrong(token) ? "A refresh token is one line of letters and digits." : null,
        };
    }

    private static bool IsWrong(string value) => value.Length > MaxLength || value.Any(char.IsControl);

    private static async Task SyncAsync(HttpContext context, Account account)
    {
        Account? connected = await context.RequestServices.GetRequiredService<IAccountStore>()
            .FindAsync(account.AccountId, context.RequestAborted).ConfigureAwait(false);
        try
        {
            await RunActions.SyncAccountAsync(context, connected ?? account).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TooManyRunsException or PpcAdsProblemException)
        {
            // The credentials are stored; the worker syncs the account in any case.
        }
    }

    /// <summary>The secret that is stored, or the application's, if it is of the same client.</summary>
    private static async Task<string?> FindSecretAsync(HttpContext context, Account account, string clientId)
    {
        LwaCredentials? stored = await FindStoredAsync(context, account).ConfigureAwait(false);
        return stored?.ClientId == clientId ? stored.ClientSecret
            : ApplicationOf(context) is { } application && application.ClientId == clientId ? application.ClientSecret
            : null;
    }

    private static async Task<LwaCredentials?> FindStoredAsync(HttpContext context, Account account)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<ITokenStore>()
                .FindAsync(account.AccountId, context.RequestAborted).ConfigureAwait(false);
        }
        catch (CryptographicException)
        {
            // Stored under keys that are gone: they are to be given again.
            return null;
        }
    }

    private static LwaApplication? ApplicationOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<PpcAdsOptions>>().Value.Application;
}
