using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Takes every line from Debug on, and tells those that hold a secret.</summary>
/// <param name="secrets">The secrets, or how they begin.</param>
/// <param name="tell">Takes what is to be told: the category, never the line.</param>
internal sealed class SecretLog(IReadOnlyList<string> secrets, Action<string> tell) : ILoggerProvider
{
    /// <summary>How each access token of the simulator begins.</summary>
    public const string AccessToken = "Atza|SimulatedAccessToken";

    public const string Found = "A secret is in the log: ";

    /// <summary>Watches a host's log, and lets it keep credentials in its database, where nobody may read them either.</summary>
    /// <param name="builder">The host's.</param>
    /// <param name="clientId">What the key is made of: the same in each process of a run.</param>
    /// <param name="secrets">Secrets beside tokens of any kind.</param>
    /// <param name="tell">Takes what is to be told.</param>
    public static void Add(IPpcAdsBuilder builder, string clientId, IReadOnlyList<string> secrets, Action<string> tell)
    {
        builder.Services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(SHA256.HashData(Encoding.UTF8.GetBytes(clientId))));
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new SecretLog([.. secrets, "Atza|", "Atzr|"], tell)));
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(SecretLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string line = $"{formatter(state, exception)} {exception}";
            if (log.Secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)))
            {
                log.Tell($"{Found}{category}[{eventId.Id}]");
            }
        }
    }

    private IReadOnlyList<string> Secrets { get; } = secrets;

    private void Tell(string text) => tell(text);
}
