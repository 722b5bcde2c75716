using Microsoft.AspNetCore.Authentication.Cookies;

namespace AspNetHost.Access;

/// <summary>Two ways to know a user: programs send a key, browsers have a cookie from the first page.</summary>
internal static class SignIn
{
    private const string Either = "KeyOrCookie";

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<ApiKeyOptions, ApiKeyHandler>(
                ApiKeyHandler.Scheme, options => builder.Configuration.GetSection("ApiKeys").Bind(options.Users))
            .AddCookie(options => options.LoginPath = Start.StartPage.Path);
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery();
    }

    /// <summary>The dashboard is for browsers, everything else for programs, which get a status and no page.</summary>
    private static string SchemeOf(HttpContext context) =>
        !context.Request.Headers.ContainsKey(ApiKeyHandler.Header)
        && (context.Request.Path.StartsWithSegments("/ads")
            || context.Request.Path == Start.StartPage.Path
            || context.Request.Path.StartsWithSegments("/sign-in")
            || context.Request.Path.StartsWithSegments("/sign-out"))
            ? CookieAuthenticationDefaults.AuthenticationScheme
            : ApiKeyHandler.Scheme;
}
