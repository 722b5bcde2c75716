namespace PpcAds.Sdk.Reading;

/// <summary>The first rows of a table in its order, of however many: no more than a few pages are kept.</summary>
internal sealed class FirstRows(PerformanceSort sort, int count, PerformancePlace? after)
{
    private readonly IComparer<PerformancePlace> _order = PerformancePlace.Order(sort.IsDescending);
    private List<(PerformancePlace Place, PerformanceTableRow Row)> _rows = [];

    public void Add(PerformanceTableRow row)
    {
        var place = PerformancePlace.Of(row, sort.Column);
        if (after is not null && _order.Compare(place, after) <= 0)
        {
            return;
        }

        _rows.Add((place, row));
        if (_rows.Count >= 4 * count)
        {
            Cut();
        }
    }

    public List<PerformanceTableRow> ToList()
    {
        Cut();
        return [.. _rows.Select(row => row.Row)];
    }

    private void Cut() => _rows = [.. _rows.OrderBy(row => row.Place, _order).Take(count)];
}
