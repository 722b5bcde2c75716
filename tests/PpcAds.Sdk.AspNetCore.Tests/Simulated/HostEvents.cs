using System.Diagnostics;

namespace PpcAds.Sdk.AspNetCore.Tests.Simulated;

/// <summary>
/// Counts the hosts that a program builds, as <c>dotnet ef</c> and WebApplicationFactory do: both take the first.
/// </summary>
internal sealed class HostEvents : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private readonly AsyncLocal<HostEvents?> _current = new();

    public HostEvents()
    {
        _current.Value = this;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public List<object?> Built { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests build hosts at the same time.
        if (value.Key == "HostBuilt" && _current.Value == this)
        {
            Built.Add(value.Value);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
