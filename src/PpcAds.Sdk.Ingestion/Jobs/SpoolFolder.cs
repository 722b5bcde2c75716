namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>
/// Where the files of reports are: their content is a business secret, and the temporary folder of a machine is shared.
/// </summary>
internal static class SpoolFolder
{
    private const string Extension = ".json.gz";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Creates a file that has no name any more where the system can do so: nothing is left behind, however the process ends.
    /// </summary>
    /// <param name="directory">The folder of the options, whose rights are left as they are; <see langword="null"/> for
    /// none.</param>
    /// <param name="temporary">Where to make a folder for this file alone if there is none.</param>
    public static FileStream CreateFile(string? directory, string temporary)
    {
        if (OperatingSystem.IsWindows())
        {
            // The temporary folder is the user's own, and the system deletes the file when the process ends.
            string folder = directory ?? Path.Combine(temporary, "ppcads-spool");
            Directory.CreateDirectory(folder);
            return new FileStream(NewPath(folder), Options(FileOptions.DeleteOnClose));
        }

        if (directory is not null)
        {
            Directory.CreateDirectory(directory, OwnerOnly);
            FileStream file = CreateUnnamed(directory);
            RemoveNames(directory);
            return file;
        }

        // A folder of a known name could be made first by another user, or be a link.
        string own = Path.Combine(temporary, $"ppcads-spool-{Guid.NewGuid():N}");
        Directory.CreateDirectory(own, OwnerOnly);
        try
        {
            return CreateUnnamed(own);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }

    private static FileStream CreateUnnamed(string folder)
    {
        string path = NewPath(folder);
        FileStreamOptions options = Options(FileOptions.None);
#pragma warning disable CA1416 // Not called on Windows.
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
#pragma warning restore CA1416
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    /// <summary>
    /// Removes the names that are left of processes that were killed between the creation of a file and the removal of its name.
    /// A file that another process is about to use stays open: it loses only the name, as it would in a moment.
    /// </summary>
    private static void RemoveNames(string folder)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, $"*{Extension}"))
            {
                if (Guid.TryParseExact(Path.GetFileName(path)[..^Extension.Length], "N", out _))
                {
                    File.Delete(path);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that services of several users share, or that only takes files: what is left there must not cost a report.
        }
    }

    private static string NewPath(string folder) => Path.Combine(folder, $"{Guid.NewGuid():N}{Extension}");

    private static FileStreamOptions Options(FileOptions more) => new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
        Options = FileOptions.Asynchronous | more,
    };
}
