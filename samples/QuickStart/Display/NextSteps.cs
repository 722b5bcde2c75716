using QuickStart.Store;
using Spectre.Console;

namespace QuickStart.Display;

/// <summary>What to try next.</summary>
internal static class NextSteps
{
    private const string Command = "dotnet run --project samples/QuickStart --";

    public static void Write(IAnsiConsole console, Settings settings)
    {
        List<(string Line, string For)> steps = [];
        string where = settings.Store switch
        {
            SqliteStore { Name: not "ppcads.db" } => $" --database \"{settings.Store.Name}\"",
            SqliteStore => "",
            _ => " --postgres \"...\"",
        };
        string again = Command + where + (settings.AllProducts ? " --all-products" : "") + (settings.Real ? " --real" : "");
        if (!settings.Serve)
        {
            steps.Add(($"{again} --serve", "the dashboard, in the browser"));
        }

        if (!settings.AllProducts)
        {
            steps.Add(($"{again} --all-products", "everything of the three ad products"));
        }

        if (settings is { Real: false, Refresh: false })
        {
            steps.Add(($"{again} --refresh", "what Amazon restated in a week"));
        }

        if (settings.Store is SqliteStore)
        {
            steps.Add(($"sqlite3 \"{settings.Store.Name}\"", "queries of your own: docs/cookbook.md"));
        }

        steps.Add(("cat README.md", "the same in a program of your own"));
        // Not by the console, which would break a command into two.
        TextWriter writer = console.Profile.Out.Writer;
        writer.WriteLine();
        writer.WriteLine("Next:");
        foreach ((string line, string why) in steps)
        {
            writer.WriteLine($"  # {why}");
            writer.WriteLine($"  {line}");
        }
    }
}
