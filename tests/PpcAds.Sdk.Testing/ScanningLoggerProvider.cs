using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Testing;

/// <summary>Takes every line of every level and fails at the first that holds a secret or a whole body: where it is written, and again at the end.</summary>
public sealed class ScanningLoggerProvider : ILoggerProvider
{
    private volatile Exception? _found;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Fails if a line did, lest somebody caught that.</summary>
    public void Dispose()
    {
        if (_found is { } found)
        {
            throw new InvalidOperationException($"A log line must not be: {found.Message}", found);
        }
    }

    private void Scan(string line)
    {
        try
        {
            LogScan.Check(line);
        }
        catch (Exception exception)
        {
            _found ??= exception;
            throw;
        }
    }

    private sealed class Logger(ScanningLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            provider.Scan($"{logLevel} {category}[{eventId.Id}] {formatter(state, exception)} {exception}");
    }
}
