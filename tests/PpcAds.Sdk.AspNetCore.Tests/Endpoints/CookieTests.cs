using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>A service whose users sign in on a page: programs that call the endpoints get a status, not the page.</summary>
public sealed class CookieTests
{
    [Fact]
    public async Task Calls_get_401_and_403_where_pages_get_the_sign_in()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddScannedPpcAds().UseInMemory();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorizationBuilder().AddPolicy("staff", policy => policy.RequireClaim("staff"));
        await using WebApplication app = builder.Build();
        app.MapPpcAds("/api/v1").RequireAuthorization("staff");
        app.MapGet("/page", () => "page").RequireAuthorization("staff");
        app.MapGet("/sign-in", (HttpContext context) => context.SignInAsync(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")],
                CookieAuthenticationDefaults.AuthenticationScheme))));
        await app.StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };

        (await StatusAsync(client, "GET", "/page")).Should().Be(HttpStatusCode.Redirect);
        foreach ((string method, string path) in Calls)
        {
            (await StatusAsync(client, method, path)).Should().Be(HttpStatusCode.Unauthorized, path);
        }

        await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        (await StatusAsync(client, "GET", "/page")).Should().Be(HttpStatusCode.Redirect);
        foreach ((string method, string path) in Calls)
        {
            (await StatusAsync(client, method, path)).Should().Be(HttpStatusCode.Forbidden, path);
        }
    }

    private static IEnumerable<(string Method, string Path)> Calls =>
        [("GET", "/api/v1/accounts"), ("POST", "/api/v1/accounts"), ("GET", "/api/v1/performance?account_id=1"), ("DELETE",
            "/api/v1/accounts/1")];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using HttpResponseMessage response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
