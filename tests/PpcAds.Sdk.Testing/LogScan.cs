using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Testing;

/// <summary>No test may leave a secret or a whole body in the log, at any level.</summary>
public static partial class LogScan
{
    // The simulator's client secrets, and all that tests make up, begin as newer ones of Amazon's do.
    private static readonly string[] Secrets =
        ["amzn1.oa2-cs.", "Atzr|", "Atzr%7C", "Atza|", "Atza%7C", "X-Amz-Signature=", "X-Amz-Credential=", "Bearer ", "ANSimulatedConsentCode"];

    /// <summary>Takes the log of a service collection, every level of it.</summary>
    public static IServiceCollection AddLogCapture(this IServiceCollection services, LogCapture logs) =>
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));

    /// <summary>Looks through every line.</summary>
    public static void Check(LogCapture logs, AmazonAdsSimulator simulator) => Check(string.Join('\n', logs.Lines), simulator.ClientSecret);

    /// <summary>Looks through a text that anybody may read.</summary>
    public static void Check(string text, params ReadOnlySpan<string> more)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (string secret in (string[])[.. more, .. Secrets])
        {
            // What a redactor leaves of one is fine.
            text.Replace("X-Amz-Signature=[secret]", "", StringComparison.OrdinalIgnoreCase)
                .Replace("X-Amz-Credential=[secret]", "", StringComparison.OrdinalIgnoreCase)
                .Replace("Bearer [secret]", "", StringComparison.OrdinalIgnoreCase)
                .Should().NotContain(secret);
        }

        LongJson().Match(text).Value.Should().BeEmpty("a message quotes 200 characters of an answer at most");
    }

    // Longer than an excerpt and the advice after it.
    [GeneratedRegex("""[\[{]\s*["{].{700,}""", RegexOptions.CultureInvariant)]
    private static partial Regex LongJson();
}
