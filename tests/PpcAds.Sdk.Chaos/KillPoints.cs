namespace PpcAds.Sdk.Chaos;

/// <summary>Tells the parent where this process is, and goes on when the parent says so, or dies there.</summary>
internal sealed class KillPoints : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Dispose() => _gate.Dispose();

    public async Task PassAsync(string point)
    {
        await _gate.WaitAsync();
        try
        {
            await Console.Out.WriteLineAsync(point);
            await Console.Out.FlushAsync();
            if (await Console.In.ReadLineAsync() is null)
            {
                // The parent is gone; nobody is left to tell.
                Environment.Exit(9);
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
