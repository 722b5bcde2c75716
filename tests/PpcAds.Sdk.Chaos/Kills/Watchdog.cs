namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Ends a run in which nothing happens any more. How long the run takes is no matter: machines may be slow.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource _silent = new(LongestSilence, TimeProvider.System);
    private readonly CancellationTokenSource _both;

    public Watchdog(CancellationToken cancellationToken) => _both = CancellationTokenSource.CreateLinkedTokenSource(_silent.Token, cancellationToken);

    public CancellationToken Token => _both.Token;

    public bool HasBarked => _silent.IsCancellationRequested;

    public static string Told => $"nothing happened for {LongestSilence.TotalMinutes:0} minutes";

    /// <summary>Something happens.</summary>
    public void Note() => _silent.CancelAfter(LongestSilence);

    public void Dispose()
    {
        _both.Dispose();
        _silent.Dispose();
    }
}
