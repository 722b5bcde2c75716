namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>
/// Places for runs, which accounts take by turns: each has one at a time, and the account that has waited longest since its last
/// one gets the next. In the order of requests, one account with many runs would delay all others.
/// </summary>
internal sealed class FairPlaces(int count)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly HashSet<AccountId?> _holders = [];
    private readonly Dictionary<AccountId, long> _turns = [];
    private int _free = count;
    private long _turn;

    /// <summary>Does the work once it is the account's turn.</summary>
    /// <param name="accountId">The account; <see langword="null"/> for a run of all.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunAsync(AccountId? accountId, Func<Task> work, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(accountId, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            _waiters.AddLast(waiter);
            Serve();
        }

        try
        {
            await waiter.Served.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            await work().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                if (!_waiters.Remove(waiter))
                {
                    _free++;
                    _holders.Remove(accountId);
                }

                Serve();
            }
        }
    }

    private void Serve()
    {
        while (_free > 0 && _waiters.Where(waiter => !_holders.Contains(waiter.AccountId)).MinBy(TurnOf) is { } next)
        {
            _waiters.Remove(next);
            _holders.Add(next.AccountId);
            _free--;
            if (next.AccountId is { } account)
            {
                _turns[account] = ++_turn;
            }

            next.Served.SetResult();
        }

        if (_waiters.Count == 0 && _holders.Count == 0)
        {
            _turns.Clear();
        }
    }

    /// <summary>Of those who never had a turn the first to come is the first.</summary>
    private long TurnOf(Waiter waiter) => waiter.AccountId is { } account ? _turns.GetValueOrDefault(account) : 0;

    private sealed record Waiter(AccountId? AccountId, TaskCompletionSource Served);
}
