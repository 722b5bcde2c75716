using System.Data.Common;
using Microsoft.Extensions.Options;
using PpcAds.Sdk;

namespace QuickStart;

/// <summary>What becomes of an exception: one line that says what to do, and an exit code.</summary>
internal static class Outcome
{
    /// <summary>Runs something to its end, however it ends.</summary>
    public static async Task<int> OfAsync(Settings settings, Func<Task<int>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await SayAsync(ExitCodes.Stopped, "Stopped. What was loaded stays; the same command goes on from there.");
        }
        catch (Exception exception)
            when (exception is AmazonAdsAuthenticationException or PpcAdsValidationException or OptionsValidationException)
        {
            return await SayAsync(ExitCodes.Usage, exception.Message);
        }
        catch (UnusableDatabaseException exception)
        {
            return await SayAsync(ExitCodes.Database, exception.Message);
        }
        catch (Exception exception) when (exception is PpcAdsStorageException or DbException)
        {
            return await SayAsync(ExitCodes.Database, UnusableDatabaseException.Of(settings.Store, exception).Message);
        }
#pragma warning disable CA1031 // The last resort: a line and a code instead of a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            string details = settings.LogLevel == Microsoft.Extensions.Logging.LogLevel.None
                ? $"{exception.GetType().Name}: {exception.Message} (--log-level Error shows where)"
                : exception.ToString();
            return await SayAsync(ExitCodes.Unexpected, $"The run was broken off: {details}");
        }
    }

    private static async Task<int> SayAsync(int code, string text)
    {
        await Console.Error.WriteLineAsync(text);
        return code;
    }
}
