namespace PpcAds.Sdk.Ingestion;

/// <summary>The folder of the files of reports: their content is a business secret, and the temporary folder of a machine is shared.</summary>
internal static class SpoolFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the folder where it does not exist, readable by this user alone.</summary>
    /// <param name="directory">The folder of the options, whose rights are left as they are; <see langword="null"/> for one of our own.</param>
    /// <returns>The folder to use: another one if that of our own belongs to another user.</returns>
    public static string Prepare(string? directory)
    {
        string folder = directory ?? Path.Combine(Path.GetTempPath(), $"ppcads-spool-{Environment.UserName}");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder).FullName;
        }

        Directory.CreateDirectory(folder, OwnerOnly);
        return directory is not null || IsOurs(folder) ? folder : Directory.CreateTempSubdirectory("ppcads-spool-").FullName;
    }

    /// <summary>Creates a file that has no name any more where the system can do so: nothing is left behind, however the process ends.</summary>
    public static FileStream CreateFile(string folder)
    {
        string path = Path.Combine(folder, $"{Guid.NewGuid():N}.json.gz");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        options.Options = FileOptions.Asynchronous;
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    /// <summary>Only the owner can set the mode; a link could lead anywhere.</summary>
    private static bool IsOurs(string folder)
    {
        try
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                return false;
            }

#pragma warning disable CA1416 // Not called on Windows.
            File.SetUnixFileMode(folder, OwnerOnly);
#pragma warning restore CA1416
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
