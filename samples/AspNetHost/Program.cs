using System.Text.Json.Serialization;
using AspNetHost.Access;
using AspNetHost.Amazon;
using AspNetHost.OpenApi;
using AspNetHost.Shop;
using AspNetHost.Start;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.Simulator;

// A service that was there before: its own orders, its own users, its own database. Amazon Ads data comes into the same database, and the
// endpoints are added next to its own, behind its own authorization.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
string? postgreSql = builder.Configuration.GetConnectionString("PostgreSql");
string sqlite = builder.Configuration.GetConnectionString("Sqlite") ?? "Data Source=shop.db";
builder.Services.AddDbContext<ShopDbContext>(options => _ = postgreSql is null ? options.UseSqlite(sqlite) : options.UseNpgsql(postgreSql));
SignIn.Add(builder);
builder.Services.AddProblemDetails();
builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["KeyFolder"] ?? "keys"));

// The simulator, unless the configuration says Amazon.
bool isSimulated = builder.Configuration["Source"] != "Amazon";
builder.Services.Configure<StartOptions>(options => options.ShowsKeys = isSimulated);
IPpcAdsBuilder ppcAds = builder.Services.AddPpcAds(options =>
{
    if (isSimulated)
    {
        SimulatedAmazonAds.Configure(options);
    }

    builder.Configuration.GetSection("PpcAds").Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
});
ppcAds = postgreSql is null ? ppcAds.UseSqlite<ShopDbContext>() : ppcAds.UsePostgreSql<ShopDbContext>();
ppcAds = isSimulated ? ppcAds.UseSimulator(SimulatedAmazonAds.Configure) : ppcAds;
ppcAds.StoreCredentialsInDatabase().ProtectSecretsWithDataProtection().AddIngestionWorker();

// The button of the dashboard: the simulator has a consent page too. Amazon's needs PpcAds:Application, an application of yours.
if (isSimulated || builder.Configuration.GetSection("PpcAds:Application").Exists())
{
    ppcAds.AddConnectWithAmazon();
}

builder.Services.AddScoped<IPpcAdsAccessPolicy, ShopAccessPolicy>();
builder.Services.ConfigureHttpJsonOptions(json =>
    json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict); // numbers are numbers
builder.Services.AddOpenApi(options => options
    .AddOperationTransformer(Examples.AddAsync).AddSchemaTransformer(Descriptions.AddValuesAsync).AddDocumentTransformer(
        Descriptions.DescribeAsync));

await using WebApplication app = builder.Build();
await using (AsyncServiceScope scope = app.Services.CreateAsyncScope())
{
    // A real service migrates: its next migration has the SDK's tables too.
    DatabaseFacade database = scope.ServiceProvider.GetRequiredService<ShopDbContext>().Database;
    if (await database.EnsureCreatedAsync())
    {
        await (postgreSql is null
            ? SqliteDatabaseExtensions.CreatePpcAdsViewsAsync(database)
            : PostgreSqlDatabaseExtensions.CreatePpcAdsViewsAsync(database));
    }
}

app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapOpenApi();
app.MapGet("/ping", () => "pong").WithTags("shop").WithSummary("Says that the service is up.");
app.MapGet("/orders", (ShopDbContext shop) => shop.Orders.OrderBy(order => order.Id).Take(100).ToListAsync())
    .WithTags("shop").WithSummary("Lists the first hundred orders.").RequireAuthorization();
app.MapPpcAds("/api/v1").RequireAuthorization();
app.MapPpcAdsDashboard("/ads").RequireAuthorization();
StartPage.Map(app);
if (isSimulated)
{
    // What Amazon would have given the advertiser, to try the calls.
    app.MapGet("/simulator", (AmazonAdsSimulator amazon) => SimulatedAmazonAds.Describe(amazon))
        .WithTags("shop").WithSummary("Gets the addresses and credentials of the simulator.").RequireAuthorization();
}

await app.RunAsync();
