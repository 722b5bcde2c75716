using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using AspNetHost.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspNetHost.Start;

/// <summary>
/// The service's first page: who one is, and where to go. A service of your own has a sign-in of its own; this one takes the key
/// of its API, so that the sample has one list of users.
/// </summary>
internal static class StartPage
{
    public const string Path = "/";

    private const string Keys =
        "<p>For trying only: acme-key-for-trying-only, or operator-key-for-trying-only, who sees all accounts.</p>";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, Show).ExcludeFromDescription();
        endpoints.MapPost("/sign-in", SignInAsync).ExcludeFromDescription();
        endpoints.MapPost("/sign-out", SignOutAsync).ExcludeFromDescription();
    }

    private static ContentHttpResult Show(
        HttpContext context, [FromServices] IAntiforgery antiforgery, [FromServices] IOptions<StartOptions> options)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        string key = $"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""";
        string? user = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        string who = user is null
            ? $"""
                <form method="post" action="/sign-in">{key}
                <label>Key <input name="key" type="password" autocomplete="off" required></label>
                <button>Sign in</button></form>
                {(options.Value.ShowsKeys ? Keys : "")}
                """
            : $"""
                <p>Signed in as {HtmlEncoder.Default.Encode(user)}.</p>
                <p><a href="/ads">Dashboard of Amazon Ads</a></p>
                <form method="post" action="/sign-out">{key}<button>Sign out</button></form>
                """;
        string html = $"""
            <!doctype html><html lang="en"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>Shop</title><h1>Shop</h1>
            <p>A service with orders, users and a database of its own, into which Amazon Ads data is loaded.</p>
            {who}
            <p><a href="/openapi/v1.json">OpenAPI document</a></p></html>
            """;
        return TypedResults.Content(html, "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, [FromServices] IAntiforgery antiforgery, [FromServices] IOptionsMonitor<ApiKeyOptions> options)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        string key = (await context.Request.ReadFormAsync())["key"].ToString();
        if (options.Get(ApiKeyHandler.Scheme).FindUser(key) is { } user)
        {
            var identity = new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, user), new Claim(ClaimTypes.Name, user)],
                CookieAuthenticationDefaults.AuthenticationScheme);
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        }

        return TypedResults.LocalRedirect(Path);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, [FromServices] IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(context))
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }

        return TypedResults.LocalRedirect(Path);
    }
}
