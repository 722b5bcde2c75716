using AspNetHost.Access;
using AspNetHost.Amazon;
using AspNetHost.OpenApi;
using AspNetHost.Shop;
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
builder.Services.AddAuthentication(ApiKeyHandler.Scheme).AddScheme<ApiKeyOptions, ApiKeyHandler>(
    ApiKeyHandler.Scheme, options => builder.Configuration.GetSection("ApiKeys").Bind(options.Users));
builder.Services.AddAuthorization();
builder.Services.AddProblemDetails();
builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["KeyFolder"] ?? "keys"));

// The simulator, unless the configuration says Amazon.
bool isSimulated = builder.Configuration["Source"] != "Amazon";
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
builder.Services.AddScoped<IPpcAdsAccessPolicy, ShopAccessPolicy>();
builder.Services.AddOpenApi(options => options.AddOperationTransformer(Examples.AddAsync));

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
app.MapGet("/ping", () => "pong");
app.MapGet("/orders", (ShopDbContext shop) => shop.Orders.OrderBy(order => order.Id).Take(100).ToListAsync()).RequireAuthorization();
app.MapPpcAds("/api/v1").RequireAuthorization();
if (isSimulated)
{
    // What Amazon would have given the advertiser, to try the calls.
    app.MapGet("/simulator", (AmazonAdsSimulator amazon) => SimulatedAmazonAds.Describe(amazon)).RequireAuthorization();
}

await app.RunAsync();
