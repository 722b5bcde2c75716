using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>What <see cref="IngestionOptions.ExtraColumns"/> may name.</summary>
internal static class ExtraColumnsRules
{
    private const string Field = nameof(IngestionOptions.ExtraColumns);

    public static void Check(IDictionary<string, string[]>? extraColumns, List<InputProblem> problems)
    {
        foreach ((string id, string[]? columns) in extraColumns ?? new Dictionary<string, string[]>())
        {
            if (Datasets.Find(id) is not { } dataset)
            {
                problems.Add(new InputProblem(Field, id, "is no dataset.")
                {
                    AllowedValues = [.. Datasets.All.Select(known => known.Id)],
                });
            }
            else if (columns is null)
            {
                problems.Add(new InputProblem($"{Field}[{id}]", null, "must be a list of columns."));
            }
            else
            {
                CheckColumns(dataset, columns, problems);
            }
        }
    }

    private static void CheckColumns(Dataset dataset, string?[] columns, List<InputProblem> problems)
    {
        string[] allowed = [.. dataset.ReportType.Columns.Select(column => column.Name).Where(name => IsAllowed(dataset, name))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string? column in columns)
        {
            if (FindFault(dataset, column, allowed, seen) is { } reason)
            {
                problems.Add(new InputProblem($"{Field}[{dataset.Id}]", column, reason) { AllowedValues = allowed });
            }
        }
    }

    private static string? FindFault(Dataset dataset, string? column, string[] allowed, HashSet<string> seen) => column switch
    {
        null => "must not be empty.",
        _ when dataset.Columns.Contains(column) => $"is a column that {dataset.Id} requests already.",
        _ when !allowed.Contains(column) =>
            $"is no column of daily {dataset.ReportType.Id} reports by {string.Join(", ", dataset.GroupBy)}.",
        _ when !seen.Add(column) => "stands in the list more than once.",
        _ => null,
    };

    /// <summary>Amazon Ads reporting v3: startDate and endDate belong to SUMMARY; datasets are daily.</summary>
    private static bool IsAllowed(Dataset dataset, string column) =>
        column is not ("startDate" or "endDate")
        && !dataset.Columns.Contains(column)
        && dataset.ReportType.IsColumnAllowed(dataset.GroupBy, column);
}
