namespace CustomStores.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("custom-stores-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
