namespace CustomStores;

/// <summary>Writes whole files: after a kill at any moment, a reader finds the old content or the new one.</summary>
internal static class AtomicFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The ending of files that are being written; what a killed process left of them can be deleted.</summary>
    public const string Unfinished = ".tmp";

    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        string unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            await using (var file = new FileStream(unfinished, options))
            {
                await file.WriteAsync(content, cancellationToken);
                await file.FlushAsync(cancellationToken);

                // On the disk before the name is: else a power loss could leave the name with nothing behind it.
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public static void DeleteUnfinished(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            File.Delete(file);
        }
    }
}
