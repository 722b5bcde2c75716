namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>The points that an undisturbed worker passed, in the order in which it first came to them.</summary>
internal sealed class PassedPoints
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, int> _counts = [];

    public IReadOnlyList<string> InOrder => _order;

    public void Add(string point)
    {
        if (!_counts.TryGetValue(point, out int count))
        {
            _order.Add(point);
        }

        _counts[point] = count + 1;
    }

    /// <summary>How often it was passed.</summary>
    public int CountOf(string point) => _counts.GetValueOrDefault(point);
}
