namespace PpcAds.Sdk.Simulator.Http;

/// <summary>
/// What matched the last few lists, so that a further page costs only itself. Entities never change, and their states only with
/// the day, which belongs into the key.
/// </summary>
internal sealed class MatchCache<T>
{
    private const int Kept = 8;
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, IReadOnlyList<T> Matches)> _lists = new();

    public IReadOnlyList<T>? Find(string key)
    {
        lock (_gate)
        {
            for (LinkedListNode<(string Key, IReadOnlyList<T> Matches)>? node = _lists.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    _lists.Remove(node);
                    _lists.AddFirst(node);
                    return node.Value.Matches;
                }
            }

            return null;
        }
    }

    public void Add(string key, IReadOnlyList<T> matches)
    {
        lock (_gate)
        {
            _lists.AddFirst((key, matches));
            if (_lists.Count > Kept)
            {
                _lists.RemoveLast();
            }
        }
    }
}
