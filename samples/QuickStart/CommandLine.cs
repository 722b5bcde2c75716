using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuickStart.Store;

namespace QuickStart;

/// <summary>The options, and what they may be. Whatever is wrong is said before anything starts.</summary>
internal static class CommandLine
{
    private const string Day = "yyyy-MM-dd";
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    private static readonly Option<string> Database = new("--database")
    {
        Description = "The SQLite file",
        DefaultValueFactory = _ => "ppcads.db",
        Validators = { CheckDatabase },
    };

    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Add the tables to a SQLite file that another program made",
    };

    private static readonly Option<string?> Postgres = new("--postgres")
    {
        Description = "A PostgreSQL database in place of the file, such as \"Host=localhost;Database=ads;Username=ads\"",
        Validators = { CheckPostgres },
    };

    private static readonly Option<bool> Serve = new("--serve")
    {
        Description = "After the load, show the data in the browser, on this machine only, until Ctrl+C",
    };

    private static readonly Option<bool> Open = new("--open") { Description = "With --serve: open the browser" };
    private static readonly Option<int> Port = Number("--port", "With --serve: the TCP port; 0 for a free one", 5321, 0, 65_535);

    private static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = $"The day on which the run takes place ({Day}, 12:00 UTC); default {Settings.DefaultAsOf:O}",
        CustomParser = ParseDay,
    };

    private static readonly Option<int> Seed = Number("--seed", "Seed of the simulated data", 7, 0, int.MaxValue);
    private static readonly Option<int> Profiles = Number("--profiles", "Simulated profiles", 3, 1, 1000);
    private static readonly Option<int> Campaigns = Number("--campaigns", "Campaigns of each", 20, 1, 100_000);
    private static readonly Option<int> Days = Number("--days", "How many days back the first load goes", 60, 1, 1000);
    private static readonly Option<bool> Plain = new("--plain") { Description = "No colours, no moving display" };

    private static readonly Option<bool> Refresh = new("--refresh")
    {
        Description = "Request every loaded day again; without --as-of, a week after the last load",
    };

    private static readonly Option<bool> Chaos = new("--chaos") { Description = "Let everything go wrong that does at Amazon" };

    private static readonly Option<bool> AllProducts = new("--all-products")
    {
        Description = "Everything that the SDK knows of Sponsored Products, Brands and Display; else campaigns, ad groups and "
            + "keywords of Sponsored Products",
    };

    private static readonly Option<bool> Real = new("--real")
    {
        Description = "Use Amazon and the credentials in PPCADS_CLIENT_ID, PPCADS_CLIENT_SECRET, PPCADS_REFRESH_TOKEN",
    };

    private static readonly Option<bool> Trace = new("--trace")
    {
        Description = "Export spans and metrics with OpenTelemetry: to the console, or by OTLP if OTEL_EXPORTER_OTLP_ENDPOINT "
            + "is set",
    };

    private static readonly Option<LogLevel> LogLevel = new("--log-level")
    {
        Description = "Write logs to the standard error, from this level on",
        DefaultValueFactory = _ => Microsoft.Extensions.Logging.LogLevel.None,
    };

    /// <summary>The command.</summary>
    /// <param name="run">What it does; gives the exit code.</param>
    public static RootCommand Create(Func<Settings, CancellationToken, Task<int>> run)
    {
        var root = new RootCommand(
            $"Amazon Ads data into SQLite or PostgreSQL, from a local simulator or from Amazon.\n\n{ExitCodes.Help}")
        {
            Database, Force, Postgres, AsOf, Seed, Profiles, Campaigns, Days, Plain, Refresh, Chaos, AllProducts, Real, Serve,
            Open, Port, Trace, LogLevel,
        };
        root.Validators.Add(Check);
        root.SetAction(async (arguments, cancellationToken) =>
        {
            // System.CommandLine listens for Ctrl+C once the action first awaits; what comes before that would not hear it.
            await Task.Yield();
            return await run(Read(arguments), cancellationToken);
        });
        return root;
    }

    private static Settings Read(ParseResult arguments) => new(
        arguments.GetValue(Postgres) is { } postgres
            ? new PostgreSqlStore(new NpgsqlConnectionStringBuilder(postgres))
            : new SqliteStore(arguments.GetValue(Database)!, arguments.GetValue(Force)),
        arguments.GetValue(AsOf),
        arguments.GetValue(Seed),
        arguments.GetValue(Profiles),
        arguments.GetValue(Campaigns),
        arguments.GetValue(Days),
        arguments.GetValue(Plain),
        arguments.GetValue(Refresh),
        arguments.GetValue(Chaos),
        arguments.GetValue(AllProducts),
        arguments.GetValue(Real),
        arguments.GetValue(Trace),
        arguments.GetValue(LogLevel),
        arguments.GetValue(Serve),
        arguments.GetValue(Open),
        arguments.GetValue(Port));

    private static void CheckPostgres(OptionResult option)
    {
        try
        {
            string? host = new NpgsqlConnectionStringBuilder(option.GetValueOrDefault<string>()).Host;
            if (string.IsNullOrWhiteSpace(host))
            {
                option.AddError("--postgres has no host; expected is a connection string such as "
                    + "\"Host=localhost;Database=ads;Username=ads\".");
            }
        }
        catch (ArgumentException exception)
        {
            option.AddError($"--postgres is no connection string: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static void CheckDatabase(OptionResult option)
    {
        if (string.IsNullOrWhiteSpace(option.GetValueOrDefault<string>()))
        {
            option.AddError("--database is empty; expected is a file, such as ppcads.db.");
        }
    }

    private static void Check(CommandResult command)
    {
        if (command.GetValue(Real) && (command.GetValue(Chaos) || command.GetValue(Refresh)))
        {
            command.AddError("--real goes neither with --chaos nor with --refresh: those compare with the simulator's truth.");
        }

        if (command.GetResult(Postgres) is not null && (command.GetResult(Database) is { Implicit: false }
            || command.GetValue(Force)))
        {
            command.AddError("--postgres goes neither with --database nor with --force: those are about a SQLite file.");
        }

        if (!command.GetValue(Serve) && (command.GetValue(Open) || command.GetResult(Port) is { Implicit: false }))
        {
            command.AddError("--open and --port go with --serve.");
        }
    }

    private static Option<int> Number(string name, string description, int byDefault, int least, int most) => new(name)
    {
        Description = $"{description}, {least} to {most}",
        DefaultValueFactory = _ => byDefault,
        CustomParser = argument =>
        {
            string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                && value >= least && value <= most)
            {
                return value;
            }

            argument.AddError($"{name} is '{text}'; expected is a number from {least} to {most}.");
            return byDefault;
        },
    };

    private static DateOnly? ParseDay(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && day >= FirstDay && day <= LastDay)
        {
            return day;
        }

        argument.AddError($"--as-of is '{text}'; expected is a day such as 2026-03-15, from {FirstDay:O} to {LastDay:O}.");
        return null;
    }
}
