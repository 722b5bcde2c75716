using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>A service with the endpoints, over real HTTP: users by header, stores in memory, a simulator behind it.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private TestApi(WebApplication app, AmazonAdsSimulator amazon)
    {
        _app = app;
        Amazon = amazon;
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public AmazonAdsSimulator Amazon { get; }

    public Uri Address => _client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    /// <summary>The endpoints that the host has under the prefix.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
    [
        .. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)),
    ];

    /// <summary>Users by header, behind a policy, each with accounts of its own.</summary>
    public static Task<TestApi> StartAsync(Action<IPpcAdsBuilder>? add = null, Action<PpcAdsEndpointOptions>? limits = null, Action<WebApplication>? map = null) => StartAsync(
        builder =>
        {
            builder.Services.AddAuthentication(UserHeaderHandler.SchemeName)
                .AddScheme<AuthenticationSchemeOptions, UserHeaderHandler>(UserHeaderHandler.SchemeName, null);
            builder.Services.AddAuthorization();
            builder.Services.AddSingleton<IPpcAdsAccessPolicy, TenantPolicy>();
        },
        app =>
        {
            app.MapPpcAds("/api/v1", options =>
            {
                options.SyncRequestsPerMinute = 10_000;
                options.CredentialRequestsPerMinute = 10_000;
                options.AccountRequestsPerMinute = 10_000;
                limits?.Invoke(options);
            }).RequireAuthorization();
            map?.Invoke(app);
        },
        add);

    public static async Task<TestApi> StartAsync(
        Action<WebApplicationBuilder> configure, Action<WebApplication> map, Action<IPpcAdsBuilder>? add = null)
    {
        AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            AsOf = TimeProvider.System.GetUtcNow(),
            Campaigns = 3,
            BrandCampaigns = 1,
            DisplayCampaigns = 1,
            ReportGenerationTime = TimeSpan.FromMilliseconds(100),
        });
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        IPpcAdsBuilder ppcAds = builder.Services.AddScannedPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(amazon);
            options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(100);
            options.Client.RetryBaseDelay = TimeSpan.FromMilliseconds(50);
            options.Ingestion.UseSmallSync();
            options.Ingestion.BackfillDays = 5;
            options.Ingestion.WorkerDelay = TimeSpan.FromMilliseconds(200);
        });
        _ = add is null ? ppcAds.UseInMemory() : ppcAds;
        add?.Invoke(ppcAds);
        configure(builder);
        WebApplication app = builder.Build();
        map(app);
        await app.StartAsync();
        return new TestApi(app, amazon);
    }

    public async Task<ApiAnswer> SendAsync(string method, string path, string? user = "ada", string? json = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (user is not null)
        {
            request.Headers.Add(UserHeaderHandler.Header, user);
        }

        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        using HttpResponseMessage response = await _client.SendAsync(request);
        return new ApiAnswer(
            response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location, await response.Content.ReadAsStringAsync());
    }

    public Task<ApiAnswer> GetAsync(string path, string? user = "ada") => SendAsync("GET", path, user);

    public Task<ApiAnswer> PostAsync(string path, string? json = null, string? user = "ada") => SendAsync("POST", path, user, json);

    /// <summary>Adds an account.</summary>
    public async Task<string> AddAccountAsync(string user = "ada") =>
        (await PostAsync("/api/v1/accounts", """{"company_name":"Acme","primary_contact_email":"ada@acme.example"}""", user))["account_id"];

    /// <summary>Adds an account with credentials that the simulator takes.</summary>
    public async Task<string> ConnectAsync(string user = "ada")
    {
        string account = await AddAccountAsync(user);
        ApiAnswer stored = await PostAsync($"/api/v1/accounts/{account}/credentials", Credentials(), user);
        stored.Status.Should().Be(System.Net.HttpStatusCode.OK, stored.Text);
        return account;
    }

    public string Credentials(string? secret = null, string? token = null, string? region = null)
    {
        string more = region is null ? "" : $",\"region\":\"{region}\"";
        return $$"""{"client_id":"{{Amazon.ClientId}}","client_secret":"{{secret ?? Amazon.ClientSecret}}","refresh_token":"{{token ?? Amazon.RefreshToken}}"{{more}}}""";
    }

    /// <summary>Polls a run until it is over.</summary>
    public async Task<ApiAnswer> CompleteAsync(string run, string user = "ada")
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            ApiAnswer progress = await GetAsync($"/api/v1/ingestion/runs/{run}", user);
            string state = progress.Json.GetProperty("run").GetProperty("state").GetString()!;
            if (state is not ("queued" or "running"))
            {
                return progress;
            }

            TimeProvider.System.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromMinutes(2), progress.Text);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>The methods of an endpoint; all of ours have one.</summary>
    public static string MethodOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single();

    /// <summary>Whether the endpoint reads a body.</summary>
    public static bool TakesBody(Endpoint endpoint) => MethodOf(endpoint) is "POST" or "PATCH" or "PUT";

    /// <summary>The names of the query's parameters.</summary>
    public static IReadOnlyList<string> QueryOf(Endpoint endpoint) =>
    [
        .. endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters()
            .Where(parameter => parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            .SelectMany(parameter => parameter.ParameterType.GetProperties())
            .Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>(),
    ];

    /// <summary>An address of the endpoint with these ids, and whatever its query cannot do without.</summary>
    public static string PathOf(RouteEndpoint endpoint, string account, string run)
    {
        string path = endpoint.RoutePattern.RawText!
            .Replace("{accountId}", account, StringComparison.Ordinal).Replace("{runId}", run, StringComparison.Ordinal);
        IReadOnlyList<string> query = QueryOf(endpoint);
        string[] pairs =
        [
            .. query.Contains("account_id") ? [$"account_id={account}"] : Array.Empty<string>(),
            .. query.Contains("grain") ? ["ad_product=SPONSORED_PRODUCTS", "grain=campaign"] : Array.Empty<string>(),
        ];
        return pairs.Length == 0 ? path : $"{path}?{string.Join('&', pairs)}";
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Amazon.DisposeAsync();
    }
}
