using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Simulator.Hosting;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddPpcAds()
    .UseSqlite("Data Source=ppcads.db") // the tables are created when the host starts
    .UseSimulator(); // in place of Amazon; without it, Amazon itself is called
using IHost host = builder.Build();
await host.StartAsync();

// The key is yours. Run again, the program renews the credentials of this account instead of adding another.
var amazon = host.Services.GetRequiredService<AmazonAdsSimulator>();
Account account = await host.Services.GetRequiredService<AccountManager>()
    .ConnectAsync("Acme", amazon.GetCredentials(), externalKey: "acme");

var orchestrator = host.Services.GetRequiredService<IngestionOrchestrator>();
IngestionResult synced = await orchestrator.SyncAccountAsync(account.AccountId); // lists, and requests what is due
IngestionResult loaded = await orchestrator.CompleteReportsAsync(account.AccountId); // waits for the reports, and loads them
foreach (StepResult step in synced.Steps.Concat(loaded.Steps).Where(step => step.Outcome == StepOutcome.Failed))
{
    Console.WriteLine($"Failed: {step.Step} (profile {step.ProfileId?.ToString() ?? "-"}): {step.Reason}");
}

using var connection = new SqliteConnection("Data Source=ppcads.db");
connection.Open();
using SqliteCommand command = connection.CreateCommand();
command.CommandText = """
    SELECT ad_product, currency, SUM(clicks), SUM(cost), SUM(sales)
    FROM account_performance
    GROUP BY ad_product, currency
    ORDER BY ad_product, currency
    """;
using SqliteDataReader rows = command.ExecuteReader();
while (rows.Read())
{
    Console.WriteLine($"{rows[0]}: {rows[2]} clicks, {rows[3]:F2} {rows[1]} spent, {rows[4]:F2} {rows[1]} sold");
}

await host.StopAsync();
