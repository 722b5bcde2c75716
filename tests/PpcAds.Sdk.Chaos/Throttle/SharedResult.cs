namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>What clients of one limit made of it together.</summary>
internal sealed record SharedResult(PhaseResult[] Clients)
{
    private const double LeastUsed = 0.85;
    private const double LargestShareAllowed = 0.60;

    /// <summary>The gate in words.</summary>
    public static FormattableString Gate => $"together >= {LeastUsed:P0}, the larger share <= {LargestShareAllowed:P0}";

    /// <summary>The part of the limit that was used.</summary>
    public double Together => Clients.Sum(client => client.Used);

    /// <summary>The first client's part of what was used.</summary>
    public double FirstShare => Clients[0].Used / Together;

    /// <summary>The largest part of what was used.</summary>
    public double LargestShare => Clients.Max(client => client.Used) / Together;

    /// <summary>The part of the attempts that were answered with 429.</summary>
    public double Throttled => (double)Clients.Sum(client => client.Refused) / Clients.Sum(client => client.Refused + client.Granted);

    public bool Passes => Together >= LeastUsed && LargestShare <= LargestShareAllowed;

    public FormattableString Cells => $"{Together:P1} | {FirstShare * 100:F0}:{(1 - FirstShare) * 100:F0} | {Throttled:P2}";
}
