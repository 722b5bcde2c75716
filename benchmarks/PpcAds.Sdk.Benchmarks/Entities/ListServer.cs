using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>
/// As much of Amazon as a sync of lists needs, and no more: pages are written while they are sent, nothing is checked, nothing
/// is kept. Which account it is, is the first part of the path.
/// </summary>
internal sealed class ListServer : IAsyncDisposable
{
    private const int MostOnPage = 1000;

    private readonly WebApplication _application;

    private ListServer(WebApplication application) => _application = application;

    public SimulatorAddress Address
    {
        get
        {
            var root = new Uri(_application.Urls.First());
            return new SimulatorAddress
            {
                NorthAmerica = root,
                Europe = root,
                FarEast = root,
                Token = new Uri(root, "auth/o2/token"),
                ClientId = "amzn1.application-oa2-client.benchmark",
                ClientSecret = "amzn1.oa2-cs.v1.benchmark",
                RefreshToken = "Atzr|benchmark",
                Now = TimeProvider.System.GetUtcNow(),
            };
        }
    }

    /// <summary>The host of an account.</summary>
    /// <param name="address">The server.</param>
    /// <param name="account">The account.</param>
    public static Uri HostOf(SimulatorAddress address, ListedAccount account) =>
        new(address.NorthAmerica, account.Path);

    public static async Task<ListServer> StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.MapPost("/auth/o2/token", context => context.Response.WriteAsJsonAsync(
            new TokenAnswer(), ListServerJsonContext.Default.TokenAnswer, cancellationToken: context.RequestAborted));
        application.MapGet("/{account}/v2/profiles", context => context.Response.WriteAsJsonAsync(
            [new ListedProfile()], ListServerJsonContext.Default.ListedProfileArray, cancellationToken: context.RequestAborted));
        Map(application, "campaigns", "spCampaign", ListKind.Campaigns);
        Map(application, "adGroups", "spAdGroup", ListKind.AdGroups);
        Map(application, "keywords", "spKeyword", ListKind.Keywords);
        Map(application, "targets", "spTargetingClause", ListKind.Targets);
        await application.StartAsync(cancellationToken);
        return new ListServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void Map(WebApplication application, string path, string type, ListKind kind) =>
        application.MapPost($"/{{account}}/sp/{path}/list", async context =>
        {
            ListedAccount account = ListedAccount.Parse((string)context.Request.RouteValues["account"]!);
            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            long first = body.RootElement.TryGetProperty("nextToken", out JsonElement token) && token.GetString() is { } text
                ? long.Parse(text, CultureInfo.InvariantCulture)
                : 0;
            context.Response.ContentType = $"application/vnd.{type}.v3+json";
            await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
            ListPageWriter.Write(writer, account, kind, first, MostOnPage);
            await writer.FlushAsync(context.RequestAborted);
        });
}
