using System.Collections.Concurrent;

namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>
/// A circuit for each account: calls that fail one after another open it for a while, so that one broken account does not hold up
/// the others with its retries. After that one try passes; its answer closes the circuit, its failure opens it again.
/// </summary>
internal sealed class AccountCircuits(int opensAfter, TimeSpan opensFor, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<AccountId, Circuit> _circuits = new();

    /// <summary>Whether a try may be made now. Of many that ask once the circuit has been open for its time, one may.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="until">When to ask again, if not.</param>
    public bool TryEnter(AccountId accountId, out DateTimeOffset until)
    {
        until = default;
        if (!_circuits.TryGetValue(accountId, out Circuit? circuit))
        {
            return true;
        }

        lock (circuit)
        {
            DateTimeOffset now = timeProvider.GetUtcNow();
            if (circuit.OpenUntil is not { } end)
            {
                return true;
            }

            // Further off than it can be: the clock was set back.
            if (end > now && end - now <= opensFor)
            {
                until = end;
                return false;
            }

            // The others wait as if it were open; should the try never end, the next one comes after the same time.
            circuit.OpenUntil = now + opensFor;
            return true;
        }
    }

    /// <summary>Notes a failure that counts.</summary>
    /// <returns>Until when the circuit is open, if it is.</returns>
    public DateTimeOffset? Failed(AccountId accountId)
    {
        Circuit circuit = _circuits.GetOrAdd(accountId, _ => new Circuit());
        lock (circuit)
        {
            return ++circuit.Failures >= opensAfter ? circuit.OpenUntil = timeProvider.GetUtcNow() + opensFor : null;
        }
    }

    /// <summary>Opens the circuit immediately.</summary>
    public DateTimeOffset Open(AccountId accountId)
    {
        Circuit circuit = _circuits.GetOrAdd(accountId, _ => new Circuit());
        lock (circuit)
        {
            circuit.Failures = opensAfter;
            circuit.OpenUntil = timeProvider.GetUtcNow() + opensFor;
            return circuit.OpenUntil.Value;
        }
    }

    /// <summary>Amazon answered: the circuit is closed.</summary>
    public void Answered(AccountId accountId)
    {
        if (!_circuits.IsEmpty)
        {
            _circuits.TryRemove(accountId, out _);
        }
    }

    private sealed class Circuit
    {
        public int Failures { get; set; }

        public DateTimeOffset? OpenUntil { get; set; }
    }
}
