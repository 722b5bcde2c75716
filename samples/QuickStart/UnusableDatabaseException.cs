using Microsoft.Data.Sqlite;

namespace QuickStart;

/// <summary>The database file cannot be used. The message says why, and what to do.</summary>
internal sealed class UnusableDatabaseException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What SQLite or the SDK said of a file.</summary>
    public static UnusableDatabaseException Of(string file, Exception exception)
    {
        Exception cause = exception;
        while (cause is not SqliteException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        string remedy = cause is SqliteException { SqliteErrorCode: 26 }
            ? "It is something else than a SQLite database; name another file."
            : "Name a file of this machine that may be written, in a folder that may be written; or delete it to start again.";
        return new UnusableDatabaseException(Text(file, $"{cause.Message.TrimEnd('.')}. {remedy}"), exception);
    }

    /// <summary>Refuses what is no file or cannot become one, before anything is started.</summary>
    public static void ThrowIfNoFile(string file)
    {
        string path = Path.GetFullPath(file);
        if (Directory.Exists(path))
        {
            throw new UnusableDatabaseException(
                Text(file, $"it is a folder. Name a file in it, such as '{Path.Combine(file, "ppcads.db")}'."));
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new UnusableDatabaseException(Text(file, "its folder does not exist. Create the folder first."));
        }
    }

    private static string Text(string file, string why) => $"--database '{file}' cannot be used: {why}";
}
