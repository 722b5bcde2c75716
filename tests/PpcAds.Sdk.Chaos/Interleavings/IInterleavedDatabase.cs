namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A database that several operations work with, each with connections of its own.</summary>
internal interface IInterleavedDatabase : IAsyncDisposable
{
    /// <summary>postgresql or sqlite.</summary>
    string Kind { get; }

    /// <summary>The services of the operations; whichever runs in a place has its connections.</summary>
    IReadOnlyList<IServiceProvider> Places { get; }

    /// <summary>Services that nothing stops, to prepare and to check with.</summary>
    IServiceProvider Quiet { get; }

    Task StartAsync();

    /// <summary>Puts the gate of an operation in its place; <see langword="null"/> once it is over.</summary>
    void SetGate(int place, Gate? gate);

    /// <summary>Whether the operation of a place waits for a lock that the one of another place has, as the database says.</summary>
    Task<bool> IsBlockedAsync(int place);

    /// <summary>Runs a query; each row is a line. Amounts in braces come as millionths.</summary>
    Task<List<string[]>> QueryAsync(string sql);
}
