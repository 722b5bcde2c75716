using System.Globalization;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Finds everything that Amazon would refuse in a report request, before a slow call comes back with the first of it.
/// </summary>
/// <remarks>Sources: Amazon Ads reporting v3, pages of the report types; limits where a rule says so.</remarks>
internal static class ReportRequestValidator
{
    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="today">Today in the profile's time zone; without it, nothing that depends on the day is checked.</param>
    /// <exception cref="PpcAdsValidationException">The request has problems; all of them are listed.</exception>
    public static void Validate(ReportRequest request, DateOnly? today)
    {
        ArgumentNullException.ThrowIfNull(request);
        IReadOnlyList<InputProblem> problems = FindProblems(request, today, ReportCatalogue.Default);
        if (problems.Count > 0)
        {
            throw new PpcAdsValidationException("The report request", problems);
        }
    }

    internal static IReadOnlyList<InputProblem> FindProblems(ReportRequest request, DateOnly? today, ReportCatalogue catalogue)
    {
        List<InputProblem> problems = [];
        ReportType? type = CheckType(request, catalogue, problems);
        CheckDates(request, type, today, problems);
        CheckTimeUnitAndFormat(request, type, problems);
        CheckGroupBy(request, type, problems);
        CheckColumns(request, type, problems);
        ReportFilterRules.Check(request, type, problems);
        if (type is not null && !request.AllowUnlisted)
        {
            ReportTypeRules.Check(request, type, problems);
        }

        return problems;
    }

    private static ReportType? CheckType(ReportRequest request, ReportCatalogue catalogue, List<InputProblem> problems)
    {
        ReportType? type = request.ReportTypeId is null ? null : catalogue.Find(request.ReportTypeId);
        if (type is null)
        {
            if (string.IsNullOrWhiteSpace(request.ReportTypeId))
            {
                problems.Add(Missing(nameof(ReportRequest.ReportTypeId)));
            }
            else if (!request.AllowUnlisted)
            {
                problems.Add(Unlisted(
                    nameof(ReportRequest.ReportTypeId),
                    request.ReportTypeId,
                    "no report type of the catalogue.",
                    [.. catalogue.Types.Select(known => known.Id)]));
            }
            else if (string.IsNullOrWhiteSpace(request.AdProduct))
            {
                problems.Add(new InputProblem(
                    nameof(ReportRequest.AdProduct),
                    request.AdProduct,
                    $"needed, because the catalogue does not know the report type '{request.ReportTypeId}' and so not its ad "
                    + "product."));
            }
        }
        else if (request.AdProduct is not null && request.AdProduct != type.AdProduct && !request.AllowUnlisted)
        {
            problems.Add(Unlisted(
                nameof(ReportRequest.AdProduct), request.AdProduct, $"not the ad product of {type.Id}.", [type.AdProduct]));
        }

        return type;
    }

    private static void CheckDates(ReportRequest request, ReportType? type, DateOnly? today, List<InputProblem> problems)
    {
        string start = Day(request.StartDate);
        string end = Day(request.EndDate);
        if (request.StartDate > request.EndDate)
        {
            problems.Add(new InputProblem(
                nameof(ReportRequest.StartDate), start, $"lies after {nameof(ReportRequest.EndDate)} '{end}'."));
        }
        else if (type is not null && !request.AllowUnlisted
            && request.EndDate.DayNumber - request.StartDate.DayNumber + 1 is int days
            && type.GetMaxDateRangeDays(request.TimeUnit) is int most && days > most)
        {
            DateOnly last = request.StartDate.AddDays(most - 1);
            string unit = most == type.MaxDateRangeDays ? "" : $" by {request.TimeUnit}";
            problems.Add(new InputProblem(
                nameof(ReportRequest.EndDate),
                end,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{start} to {end} counts {days} days, and {type.Id}{unit} takes at most {most} in one request. "
                    + $"End by {Day(last)} and request the rest separately.")));
        }

        if (today is not { } now || request.AllowUnlisted)
        {
            return;
        }

        if (request.EndDate >= now)
        {
            problems.Add(new InputProblem(
                nameof(ReportRequest.EndDate),
                end,
                $"not before today ({Day(now)} in the profile's time zone): "
                + $"a day can be requested once it is over, so {Day(now.AddDays(-1))} at the latest."));
        }

        if (type is not null && now.AddDays(-type.RetentionDays) is var oldest && request.StartDate < oldest)
        {
            problems.Add(new InputProblem(
                nameof(ReportRequest.StartDate),
                start,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"older than Amazon keeps: {type.Id} reaches back {type.RetentionDays} days, "
                    + $"so {Day(oldest)} at the earliest.")));
        }
    }

    private static void CheckTimeUnitAndFormat(ReportRequest request, ReportType? type, List<InputProblem> problems)
    {
        if (request.TimeUnit.Value.Length == 0)
        {
            problems.Add(Missing(nameof(ReportRequest.TimeUnit)));
        }
        else if (type is not null && !request.AllowUnlisted && !type.TimeUnits.Contains(request.TimeUnit))
        {
            problems.Add(Unlisted(
                nameof(ReportRequest.TimeUnit),
                request.TimeUnit.Value,
                $"no time unit of {type.Id}.",
                [.. type.TimeUnits.Select(unit => unit.Value)]));
        }

        if (string.IsNullOrWhiteSpace(request.Format))
        {
            problems.Add(Missing(nameof(ReportRequest.Format)));
        }
        else if (type is not null && !request.AllowUnlisted && !type.Formats.Contains(request.Format, StringComparer.Ordinal))
        {
            problems.Add(Unlisted(nameof(ReportRequest.Format), request.Format, $"no format of {type.Id}.", type.Formats));
        }
    }

    private static void CheckGroupBy(ReportRequest request, ReportType? type, List<InputProblem> problems)
    {
        const string Field = nameof(ReportRequest.GroupBy);
        CheckList(Field, request.GroupBy, problems);
        if (type is null || request.AllowUnlisted)
        {
            return;
        }

        for (int i = 0; i < request.GroupBy.Count; i++)
        {
            string groupBy = request.GroupBy[i];
            if (!string.IsNullOrWhiteSpace(groupBy) && type.FindGroupBy(groupBy) is null)
            {
                problems.Add(Unlisted(
                    At(Field, i), groupBy, $"no groupBy of {type.Id}.", [.. type.GroupBys.Select(known => known.Name)]));
            }
        }
    }

    private static void CheckColumns(ReportRequest request, ReportType? type, List<InputProblem> problems)
    {
        const string Field = nameof(ReportRequest.Columns);
        CheckList(Field, request.Columns, problems);
        string[] allowed = [];
        for (int i = 0; i < request.Columns.Count; i++)
        {
            string column = request.Columns[i];
            if (column == "date" && request.TimeUnit == ReportTimeUnit.Summary && !request.AllowUnlisted)
            {
                // Field reports: Amazon refuses it, since a summary row stands for no single day.
                problems.Add(new InputProblem(
                    At(Field, i), column, "not a column of a SUMMARY report. Request startDate and endDate, or DAILY."));
            }
            else if (type is not null && !request.AllowUnlisted && !string.IsNullOrWhiteSpace(column)
                && !type.IsColumnAllowed(request.GroupBy, column))
            {
                if (allowed.Length == 0)
                {
                    allowed =
                        [.. type.Columns.Select(known => known.Name).Where(name => type.IsColumnAllowed(request.GroupBy, name))];
                }

                problems.Add(WrongColumn(At(Field, i), column, type, request.GroupBy, allowed));
            }
        }
    }

    private static InputProblem WrongColumn(
        string field, string column, ReportType type, IReadOnlyList<string> groupBys, string[] allowed)
    {
        if (type.FindColumn(column) is null)
        {
            return Unlisted(field, column, $"no column of {type.Id}.", allowed);
        }

        string[] owners =
            [.. type.GroupBys.Where(groupBy => groupBy.AdditionalColumns.Contains(column)).Select(groupBy => groupBy.Name)];
        return new InputProblem(
            field,
            column,
            $"a column of {type.Id} only with groupBy {string.Join(" or ", owners)}, "
                + $"and the request groups by {string.Join(", ", groupBys)}.")
        {
            AllowedValues = allowed,
        };
    }

    /// <summary>Empty lists, empty entries and repeated ones.</summary>
    private static void CheckList(string field, IReadOnlyList<string> list, List<InputProblem> problems)
    {
        if (list.Count == 0)
        {
            problems.Add(new InputProblem(field, null, "needs at least one entry."));
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < list.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(list[i]))
            {
                problems.Add(Missing(At(field, i)));
            }
            else if (!seen.Add(list[i]))
            {
                problems.Add(new InputProblem(At(field, i), list[i], "stands in the list more than once."));
            }
        }
    }

    internal static InputProblem Unlisted(string field, string value, string reason, IReadOnlyList<string> allowed) =>
        new(field, value, reason) { AllowedValues = allowed, NearestMatch = NearestMatch.Find(value, allowed) };

    internal static InputProblem Missing(string field) => new(field, null, "must not be empty.");

    internal static string At(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
