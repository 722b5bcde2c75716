using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace PpcAds.Sdk.FirstRun.Tests;

/// <summary>
/// A newcomer's first minutes: README's lines and programs, copied as they stand, in a folder outside the repository, with
/// packages.
/// </summary>
[Collection(PackageTests.Name)]
[Trait("Category", "Packages")]
public sealed class FirstRunTests(LocalFeed feed, ITestOutputHelper output)
{
    private const int MostLines = 60;
    private long _started;

    [SkippableFact]
    public async Task The_console_of_the_page_loads_rows_and_runs_twice()
    {
        Skip.IfNot(LocalFeed.IsWanted, LocalFeed.Skipped);
        string folder = await MakeAsync("console", "FirstConsole");

        string first = await Shell.RunAsync("dotnet run", folder);
        Note("first run");
        (long accounts, long rows) = await CountAsync(folder);
        string second = await Shell.RunAsync("dotnet run", folder);
        Note("second run");

        rows.Should().BePositive();
        (await CountAsync(folder)).Should().Be((1, rows), "the second run finds the account and the rows of the first");
        accounts.Should().Be(1);
        CheckLog(first);
        CheckLog(second);
        first.Should().NotContain("Failed:").And.MatchRegex(@"SPONSORED_PRODUCTS: \d+ clicks, [\d.,]+ USD spent");
        ResultOf(second).Should().Equal(ResultOf(first));
    }

    [SkippableFact]
    public async Task The_service_of_the_page_loads_rows_and_runs_twice()
    {
        Skip.IfNot(LocalFeed.IsWanted, LocalFeed.Skipped);
        string folder = await MakeAsync("web", "FirstWeb");
        using var client = new HttpClient();

        string first = await Shell.ServeAsync("dotnet run --urls http://127.0.0.1:0", folder, address => CallAsync(client,
            address));
        Note("first run");
        (long accounts, long rows) = await CountAsync(folder);
        string second = await Shell.ServeAsync("dotnet run --urls http://127.0.0.1:0", folder, address => CallAsync(client,
            address));
        Note("second run");

        rows.Should().BePositive();
        accounts.Should().Be(1);
        (await CountAsync(folder)).Should().Be((1, rows));
        CheckLog(first);
        CheckLog(second);
    }

    /// <summary>The page's calls, once the run that the program requests is over.</summary>
    private static async Task CallAsync(HttpClient client, Uri address)
    {
        var runs = new Uri(address, "api/v1/ingestion/runs?account_id=1");
        string state;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
            using JsonDocument answer = JsonDocument.Parse(await client.GetStringAsync(runs));
            state = answer.RootElement.GetProperty("items").EnumerateArray()
                .FirstOrDefault() is { ValueKind: JsonValueKind.Object } run
                ? run.GetProperty("state").GetString()!
                : "queued";
        }
        while (state is "queued" or "running");

        state.Should().Be("succeeded");
        (await client.GetStringAsync(new Uri(address, "ads"))).Should().Contain("Overview").And.Contain("Acme");
        string[] calls = ReadmePage.Commands("web-calls");
        calls.Should().HaveCountGreaterThan(2);
        foreach (string call in calls)
        {
            string path = call.Split('\'')[1].Replace("http://localhost:5080", "", StringComparison.Ordinal);
            using JsonDocument answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, path)));
            answer.RootElement.GetProperty("items").GetArrayLength().Should().BePositive(path);
        }
    }

    private static async Task<(long Accounts, long Rows)> CountAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={folder}/ppcads.db;Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM ppc_accounts), (SELECT COUNT(*) FROM performance_records)";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static void CheckLog(string text)
    {
        text.Split('\n').Should().HaveCountLessThan(MostLines, text);
        text.Should().NotContain("(null)").And.NotContain("SELECT").And.NotContain("Executed DbCommand");
    }

    private static IEnumerable<string> ResultOf(string text) =>
        text.Split('\n').Where(line => line.StartsWith("SPONSORED_", StringComparison.Ordinal)).Select(line => line.Trim());

    /// <summary>The page's lines one after the other, then its program in place of the template's.</summary>
    private async Task<string> MakeAsync(string commands, string program)
    {
        _started = TimeProvider.System.GetTimestamp();
        string folder = feed.Folder;
        foreach (string line in ReadmePage.Commands(commands))
        {
            if (line.StartsWith("cd ", StringComparison.Ordinal))
            {
                folder = Path.Combine(folder, line[3..]);
            }
            else
            {
                await Shell.RunAsync(line, folder);
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), ReadmePage.Program(program) + "\n");
        string built = await Shell.RunAsync("dotnet build --nologo", folder);
        built.Should().Contain("0 Warning(s)", built);
        Note("made and built");
        return folder;
    }

    private void Note(string what) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what} after {TimeProvider.System.GetElapsedTime(_started).TotalSeconds:0.0} s"));
}
