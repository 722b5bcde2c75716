using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Simulator.Hosting;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddPpcAds()
    .UseSqlite("Data Source=ppcads.db") // or UsePostgreSql("Host=…"), or a DbContext of your own
    .StoreCredentialsInDatabase()
    .ProtectSecretsWithDataProtection()
    .UseSimulator() // in place of Amazon; without it, Amazon itself is called
    .AddIngestionWorker(); // syncs all accounts hourly, and those below on request
WebApplication app = builder.Build();
app.MapPpcAds("/api/v1")
    .AllowUnprotectedPpcAds(); // open to every caller; in a real service: RequireAuthorization()
app.MapPpcAdsDashboard("/ads")
    .AllowUnprotectedPpcAds();
await app.StartAsync();

// Advertisers connect through the endpoints. This one is connected by code, under a key of yours that keeps it the same account.
var amazon = app.Services.GetRequiredService<AmazonAdsSimulator>();
Account account = await app.Services.GetRequiredService<AccountManager>()
    .ConnectAsync("Acme", amazon.GetCredentials(), externalKey: "acme");
await app.Services.GetRequiredService<IngestionRuns>().RequestAsync(new RunRequest { AccountId = account.AccountId });
await app.WaitForShutdownAsync();
