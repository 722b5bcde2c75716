using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using QuickStart;

// Numbers and days are written the same way on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The whole product in one command: simulator (or Amazon) -> client -> orchestrator -> SQLite, and a check of the result.
RootCommand command = CommandLine.Create((settings, cancellationToken) => new Run(settings).ExecuteAsync(cancellationToken));
ParseResult parsed = command.Parse(args);
if (parsed.Action is ParseErrorAction)
{
    foreach (string problem in parsed.Errors.Select(error => error.Message).Distinct())
    {
        await Console.Error.WriteLineAsync(problem);
    }

    await Console.Error.WriteLineAsync("--help lists all options.");
    return ExitCodes.Usage;
}

// Ctrl+C: a report request under way is completed, within 10 seconds at most.
return await parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
});
