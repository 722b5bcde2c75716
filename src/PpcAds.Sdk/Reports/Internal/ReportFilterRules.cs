using System.Globalization;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// What filters a report request may carry. Amazon Ads reporting v3: a filter must work with every grouping of the request.
/// </summary>
internal static class ReportFilterRules
{
    private const string Filters = nameof(ReportRequest.Filters);

    // Amazon Ads reporting v3: DSP reports, "Filters".
    private const int MaxAdvertiserIds = 100;

    public static void Check(ReportRequest request, ReportType? type, List<InputProblem> problems)
    {
        if (!request.AllowUnlisted && request.Filters.Count > 0 && request.GroupBy.Count > 1
            && type?.Id == ReportTypes.SpCampaigns.Id)
        {
            problems.Add(new InputProblem(
                Filters,
                string.Join("; ", request.Filters),
                $"{type.Id} takes filters only with a single groupBy, and the request has "
                + $"{string.Join(", ", request.GroupBy)}."));
        }

        for (int i = 0; i < request.Filters.Count; i++)
        {
            string at = ReportRequestValidator.At(Filters, i);
            ReportFilter? filter = request.Filters[i];
            if (filter is null || string.IsNullOrWhiteSpace(filter.Field))
            {
                problems.Add(ReportRequestValidator.Missing($"{at}.{nameof(ReportFilter.Field)}"));
                continue;
            }

            CheckNoEmptyValue(at, filter, problems);
            if (type is not null && !request.AllowUnlisted)
            {
                CheckListed(at, filter, type, request.GroupBy, problems);
            }
        }
    }

    private static void CheckNoEmptyValue(string at, ReportFilter filter, List<InputProblem> problems)
    {
        if (filter.Values.Count == 0)
        {
            problems.Add(
                new InputProblem(
                    $"{at}.{nameof(ReportFilter.Values)}", null, $"the filter '{filter.Field}' needs at least one value."));
        }

        for (int i = 0; i < filter.Values.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(filter.Values[i]))
            {
                problems.Add(ReportRequestValidator.Missing(ReportRequestValidator.At($"{at}.{nameof(ReportFilter.Values)}", i)));
            }
        }
    }

    private static void CheckListed(
        string at, ReportFilter filter, ReportType type, IReadOnlyList<string> groupByNames, List<InputProblem> problems)
    {
        // An unknown grouping has its own problem already; judging filters by it would only add noise.
        ReportGroupBy[] groupBys =
            [.. groupByNames.Select(name => name is null ? null : type.FindGroupBy(name)).OfType<ReportGroupBy>()];
        if (groupBys.Length == 0)
        {
            return;
        }

        string[] refusing =
            [.. groupBys.Where(groupBy => type.FindFilter(groupBy, filter.Field) is null).Select(groupBy => groupBy.Name)];
        if (refusing.Length > 0)
        {
            problems.Add(ReportRequestValidator.Unlisted(
                $"{at}.{nameof(ReportFilter.Field)}",
                filter.Field,
                $"no filter of {type.Id} grouped by {string.Join(", ", refusing)}, "
                + "and a filter must work with every groupBy of the request.",
                SupportedByAll(type, groupBys)));
            return;
        }

        if (filter.Field == "advertiserId" && filter.Values.Count > MaxAdvertiserIds)
        {
            problems.Add(new InputProblem(
                $"{at}.{nameof(ReportFilter.Values)}",
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{filter.Values.Count} advertisers, and {type.Id} "
                    + $"takes at most {MaxAdvertiserIds} in one request. Request the rest separately.")));
        }

        string[] allowed = AllowedValues(type, groupBys, filter.Field);
        for (int i = 0; allowed.Length > 0 && i < filter.Values.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(filter.Values[i]) && !allowed.Contains(filter.Values[i], StringComparer.Ordinal))
            {
                problems.Add(ReportRequestValidator.Unlisted(
                    ReportRequestValidator.At($"{at}.{nameof(ReportFilter.Values)}", i),
                    filter.Values[i],
                    $"no value of the filter '{filter.Field}'.",
                    allowed));
            }
        }
    }

    private static string[] SupportedByAll(ReportType type, ReportGroupBy[] groupBys) =>
    [
        .. type.GroupBys.SelectMany(groupBy => groupBy.Filters).Concat(type.ExampleFilters)
            .Select(filter => filter.Field)
            .Distinct(StringComparer.Ordinal)
            .Where(field => groupBys.All(groupBy => type.FindFilter(groupBy, field) is not null)),
    ];

    /// <summary>The values that any of the groupings lists; none at all when one of them takes any value.</summary>
    private static string[] AllowedValues(ReportType type, ReportGroupBy[] groupBys, string field)
    {
        IReadOnlyList<string>[] lists = [.. groupBys.Select(groupBy => type.FindFilter(groupBy, field)!.Values)];
        return lists.Any(list => list.Count == 0) ? [] : [.. lists.SelectMany(list => list).Distinct(StringComparer.Ordinal)];
    }
}
