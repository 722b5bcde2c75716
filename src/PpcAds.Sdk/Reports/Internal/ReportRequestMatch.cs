namespace PpcAds.Sdk.Reports;

/// <summary>Whether a report that Amazon calls identical really is.</summary>
internal static class ReportRequestMatch
{
    /// <summary>
    /// Compares everything that decides the file, lists without regard to order. Amazon was seen to take a daily and a summary
    /// report of one type for duplicates, hence the check.
    /// </summary>
    public static bool IsSame(ReportRequest left, ReportRequest right) =>
        left.ReportTypeId == right.ReportTypeId
        && (left.StartDate, left.EndDate, left.TimeUnit) == (right.StartDate, right.EndDate, right.TimeUnit)
        && (left.AdProduct, left.Format) == (right.AdProduct, right.Format)
        && SameItems(left.GroupBy, right.GroupBy)
        && SameItems(left.Columns, right.Columns)
        && SameItems(FilterTexts(left), FilterTexts(right));

    private static bool SameItems(IEnumerable<string> left, IEnumerable<string> right) =>
        left.Order(StringComparer.Ordinal).SequenceEqual(right.Order(StringComparer.Ordinal));

    private static IEnumerable<string> FilterTexts(ReportRequest request) =>
        request.Filters.SelectMany(filter => filter.Values.Select(value => $"{filter.Field}\n{value}"));
}
