namespace PpcAds.Sdk.Simulator;

/// <summary>The consent page: where it sends advertisers back to, and what they answer.</summary>
public sealed class SimulatorConsent
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _addresses;
    private readonly bool _allowsLocal;

    internal SimulatorConsent(SimulatorOptions options)
    {
        _addresses = [.. options.AllowedReturnUrls];
        _allowsLocal = options.AllowLocalReturnUrls;
        Answer = options.ConsentAnswer;
    }

    /// <summary>Who answers; may change at any time.</summary>
    public SimulatorConsentAnswer Answer { get; set; }

    /// <summary>The profiles that the next consents let see; <see langword="null"/> for all.</summary>
    public IReadOnlyList<long>? ProfileIds { get; set; }

    /// <summary>The addresses that advertisers may be sent back to.</summary>
    public IReadOnlyList<string> AllowedReturnUrls
    {
        get
        {
            lock (_gate)
            {
                return [.. _addresses.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Adds an address to the client's Allowed Return URLs. As at Amazon, http is for the local machine only.</summary>
    public void AllowReturnUrl(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            throw new ArgumentException("Must be an absolute https address (http only on this machine).", nameof(address));
        }

        lock (_gate)
        {
            _addresses.Add(address.AbsoluteUri);
        }
    }

    internal bool Allows(string address)
    {
        if (_allowsLocal && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.IsLoopback
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            return true;
        }

        lock (_gate)
        {
            return _addresses.Contains(address);
        }
    }
}
