namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>Which items stand on a page of a list by token, and what follows it.</summary>
/// <param name="Start">The first item.</param>
/// <param name="End">The first item that is not on it.</param>
/// <param name="Next">What follows; <see langword="null"/> for nothing.</param>
/// <param name="Total">How many items the list says that it has.</param>
internal readonly record struct ListPage(int Start, int End, PagePosition? Next, int Total)
{
    /// <summary>The page at a position, or what a fault makes of it.</summary>
    public static ListPage Of(PagePosition? position, int size, int count, SimulatorFault? fault)
    {
        (int offset, int serial) = position ?? default;
        int start = Math.Min(offset, count);
        int end = Math.Min(start + size, count);
        switch (fault?.Kind)
        {
            case SimulatorFaultKind.PagesInCircle:
                // Two pages even if everything would fit on one.
                int half = Math.Clamp((count + 1) / 2, 1, size);
                return offset == 0
                    ? new ListPage(0, Math.Min(half, count), new(half, 0), count)
                    : new ListPage(start, end, new(0, 0), count);
            case SimulatorFaultKind.PagesRepeat:
                return new ListPage(start, end, new(offset, serial + 1), count);
            case SimulatorFaultKind.PagesEmpty:
                return position is null
                    ? new ListPage(start, end, new(end, 1), count)
                    : new ListPage(start, start, new(offset, serial + 1), count);
            case SimulatorFaultKind.ListEndsEarly:
                return new ListPage(start, end, null, end + fault.MissingItems);
            default:
                return new ListPage(start, end, end < count ? new(end, 0) : null, count);
        }
    }
}
