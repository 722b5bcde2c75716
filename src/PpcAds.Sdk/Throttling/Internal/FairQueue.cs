namespace PpcAds.Sdk.Throttling;

/// <summary>
/// Callers that wait: the profiles take turns, and within a profile the first come goes first. Not safe for concurrent use.
/// </summary>
internal sealed class FairQueue
{
    private readonly Dictionary<ProfileId, LinkedList<RateWaiter>> _byProfile = [];
    private readonly LinkedList<ProfileId> _turns = new();

    public int Count { get; private set; }

    public void Add(RateWaiter waiter)
    {
        if (!_byProfile.TryGetValue(waiter.ProfileId, out LinkedList<RateWaiter>? waiters))
        {
            _byProfile[waiter.ProfileId] = waiters = new LinkedList<RateWaiter>();
            _turns.AddLast(waiter.ProfileId);
        }

        waiters.AddLast(waiter);
        Count++;
    }

    /// <summary>Takes the next out; its profile has its next turn after all others.</summary>
    public RateWaiter Take()
    {
        ProfileId profile = _turns.First!.Value;
        _turns.RemoveFirst();
        LinkedList<RateWaiter> waiters = _byProfile[profile];
        RateWaiter waiter = waiters.First!.Value;
        waiters.RemoveFirst();
        Count--;
        if (waiters.Count == 0)
        {
            _byProfile.Remove(profile);
        }
        else
        {
            _turns.AddLast(profile);
        }

        return waiter;
    }

    /// <summary>Takes one out that waits no longer.</summary>
    /// <returns>Whether it was still there.</returns>
    public bool Remove(RateWaiter waiter)
    {
        if (!_byProfile.TryGetValue(waiter.ProfileId, out LinkedList<RateWaiter>? waiters) || !waiters.Remove(waiter))
        {
            return false;
        }

        Count--;
        if (waiters.Count == 0)
        {
            _byProfile.Remove(waiter.ProfileId);
            _turns.Remove(waiter.ProfileId);
        }

        return true;
    }
}
