using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;

namespace PpcAds.Sdk.AspNetCore.Tests.Simulated;

/// <summary>The sample's service as a factory of tests has it, over files of its own.</summary>
public sealed class SampleHost : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ppcads-").FullName;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Sqlite", $"Data Source={_folder}/shop.db")
        .UseSetting("KeyFolder", Path.Combine(_folder, "keys"))
        .UseSetting("Logging:LogLevel:Default", "None");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
