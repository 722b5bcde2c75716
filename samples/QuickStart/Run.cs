using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Ingestion;
using QuickStart.Display;
using QuickStart.Loaded;
using QuickStart.Serving;
using QuickStart.Source;
using Spectre.Console;

namespace QuickStart;

/// <summary>One run from source to table.</summary>
internal sealed class Run(Settings settings)
{
    private readonly IAnsiConsole _console = settings.Plain
        ? AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No })
        : AnsiConsole.Console;

    /// <summary>Runs to the end, and says how it ended.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken) =>
        Outcome.OfAsync(settings, () => StartAsync(cancellationToken), cancellationToken);

    private async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Plain)
        {
            _console.Profile.Width = 120;
        }

        settings.Store.Check();
        if (settings.Refresh && !settings.Store.Exists())
        {
            return await RefuseRefreshAsync();
        }

        // The first line comes before the first wait.
        _console.WriteLine(settings.Real ? "Calling Amazon ..." : "Starting a simulator of Amazon Ads ...");
        ISource? source = await OpenSourceAsync(cancellationToken);
        if (source is null)
        {
            return ExitCodes.Usage;
        }

        await using (source)
        {
            using Telemetry? telemetry = settings.Trace ? Telemetry.Start() : null;
            await using ServiceProvider services = Build(source);
            _console.WriteLine($"Preparing the tables in {settings.Store.Name} ...");
            await MakeTablesAsync(services, cancellationToken);
            Account account = await ConnectAsync(services, source, cancellationToken);
            _console.MarkupLineInterpolated(
                $"[bold]{source.Name}[/] -> {settings.Store.Name}, as of {source.Time.GetUtcNow():yyyy-MM-dd}");
            try
            {
                int code = await SyncAsync(services, source, account.AccountId, cancellationToken);
                if (code is not ExitCodes.Usage)
                {
                    NextSteps.Write(_console, settings);
                }

                return settings.Serve && code is not ExitCodes.Usage
                    ? await Dashboard.ServeAsync(settings, source, _console, code, cancellationToken)
                    : code;
            }
            finally
            {
                // The last connection that closes moves everything into the one file, so that it can be copied.
                SqliteConnection.ClearAllPools();
            }
        }
    }

    private async Task<int> SyncAsync(ServiceProvider services, ISource source, AccountId accountId, CancellationToken cancellationToken)
    {
        var orchestrator = services.GetRequiredService<IngestionOrchestrator>();
        LoadedData loaded = new(settings.Store, accountId);
        Ledger before = loaded.ReadLedger();
        if (settings.Refresh && before.Days.Count == 0)
        {
            return await RefuseRefreshAsync();
        }

        Chaos? chaos = settings.Chaos ? new Chaos(((SimulatedSource)source).Simulator) : null;
        chaos?.Begin();
        List<StepResult> steps = [];
        using (IProgressDisplay display = ProgressDisplays.Create(_console, settings.Plain))
        {
            await display.RunAsync(async progress =>
            {
                if (settings.Refresh)
                {
                    steps.AddRange(await Refresh.RequestAsync(orchestrator, accountId, before, source.Time, progress, cancellationToken));
                }

                // A refresh without its own day compares the same days; new ones are for the next run.
                if (!settings.Refresh || settings.AsOf is not null)
                {
                    steps.AddRange((await orchestrator.SyncAccountAsync(accountId, progress, cancellationToken)).Steps);
                }

                steps.AddRange((await orchestrator.CompleteReportsAsync(accountId, TimeSpan.FromMinutes(15), progress, cancellationToken)).Steps);
            });
        }

        if (steps.FirstOrDefault(step => step.Exception is AmazonAdsAuthenticationException) is { } refused)
        {
            await Console.Error.WriteLineAsync($"Amazon refused the credentials: {refused.Reason}");
            return ExitCodes.Usage;
        }

        return Report(source, loaded, before, steps, chaos);
    }

    private int Report(ISource source, LoadedData loaded, Ledger before, List<StepResult> steps, Chaos? chaos)
    {
        if (!steps.Any(step => step.Job is not null || step.Outcome == StepOutcome.Failed))
        {
            _console.MarkupLine("Nothing was due: every day is loaded, and none may have been restated since.");
        }

        Headline.Write(_console, loaded);
        bool equal = true;
        if (source is SimulatedSource simulated)
        {
            Ledger after = loaded.ReadLedger();
            IReadOnlySet<long> unhealthy = chaos?.Refused ?? new HashSet<long>();
            if (before.Days.Count > 0 && steps.Any(step => step.Job is not null))
            {
                equal &= new Changes(simulated.Simulator, before, after, steps).Write(_console);
            }

            equal &= new Comparison(simulated.Simulator, loaded, after, settings.Datasets, unhealthy).Write(_console);
        }
        else
        {
            Summary.Write(_console, loaded, settings.Datasets);
        }

        Charts.Write(_console, loaded);
        Failures.Write(_console, steps);
        chaos?.Write(_console, steps);
        return !equal ? ExitCodes.Different
            : steps.Any(step => step.Outcome == StepOutcome.Failed) ? ExitCodes.Partly
            : ExitCodes.Good;
    }

    private async Task<ISource?> OpenSourceAsync(CancellationToken cancellationToken)
    {
        if (!settings.Real)
        {
            return await SimulatedSource.StartAsync(settings, AsOf(), cancellationToken);
        }

        (RealSource? real, IReadOnlyList<string> problems) = await RealSource.CreateAsync(settings, cancellationToken);
        foreach (string problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return real;
    }

    private DateTimeOffset AsOf()
    {
        DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
        if (settings.AsOf is { } asked)
        {
            return Noon(asked);
        }

        DateTimeOffset asOf = Noon(Settings.DefaultAsOf);
        return settings.Refresh && LoadedData.FindNewestGeneration(settings.Store) is { } newest
            ? Noon(DateOnly.FromDateTime(newest.UtcDateTime).AddDays(Settings.RefreshAfterDays))
            : asOf;
    }

    private ServiceProvider Build(ISource source)
    {
        var services = new ServiceCollection();
        services.AddSingleton(source.Time);

        if (settings.LogLevel != LogLevel.None)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(settings.LogLevel)
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        }

        Register(services, settings, source);
        return services.BuildServiceProvider();
    }

    /// <summary>Registers the SDK. Credentials stay in this process: its token store is one in memory.</summary>
    public static IPpcAdsBuilder Register(IServiceCollection services, Settings settings, ISource source)
    {
        IPpcAdsBuilder builder = services.AddPpcAds(options =>
        {
            options.Ingestion.BackfillDays = settings.Days;
            options.Ingestion.Datasets = [.. settings.Datasets.Select(dataset => dataset.Id)];
            if (settings.Entities is { } entities)
            {
                options.Ingestion.Entities = [.. entities];
            }

            source.Configure(options);
        });
        settings.Store.Register(builder);
        return builder;
    }

    private async Task<int> RefuseRefreshAsync()
    {
        await Console.Error.WriteLineAsync(
            $"--refresh asks again for what is loaded; {settings.Store.Name} has nothing of this source. Run without it first.");
        return ExitCodes.Usage;
    }

    private async Task MakeTablesAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is PpcAdsStorageException or DbException or InvalidOperationException)
        {
            throw UnusableDatabaseException.Of(settings.Store, exception);
        }
    }

    /// <summary>The key keeps it the same account, run after run.</summary>
    public static Task<Account> ConnectAsync(IServiceProvider services, ISource source, CancellationToken cancellationToken) =>
        services.GetRequiredService<AccountManager>().ConnectAsync(
            source.Name, source.Credentials, externalKey: source.Name, cancellationToken: cancellationToken);
}
