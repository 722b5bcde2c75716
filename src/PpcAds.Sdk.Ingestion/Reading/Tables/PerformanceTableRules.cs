using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PpcAds.Sdk.Reading;

/// <summary>The rules for what <see cref="IPerformanceTableReader"/> takes. For those who implement it.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class PerformanceTableRules
{
    /// <summary>The most rows that days are read of in one call.</summary>
    public const int MostRows = 1000;

    private const int MostMovers = 100;

    private static readonly PerformanceColumn[] Changing =
        [.. Enum.GetValues<PerformanceColumn>().Where(column => column != PerformanceColumn.Name && !column.IsRate())];

    /// <summary>Checks what <see cref="IPerformanceTableReader.ListMoversAsync"/> takes.</summary>
    /// <param name="query">Which rows.</param>
    /// <param name="column">What changed.</param>
    /// <param name="count">How many at most.</param>
    /// <exception cref="PpcAdsValidationException">Something is wrong.</exception>
    public static void ValidateMovers(PerformanceTableQuery query, PerformanceColumn column, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        InputProblem[] problems = [.. FindProblems(query, column, count)];
        if (problems.Length > 0)
        {
            throw new PpcAdsValidationException("The query", problems);
        }
    }

    /// <summary>Checks what <see cref="IPerformanceTableReader.ReadDaysOfRowsAsync"/> takes.</summary>
    /// <param name="selection">What the rows are of.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="PpcAdsValidationException">Something is wrong.</exception>
    public static void ValidateRows(PerformanceSelection selection, IReadOnlyCollection<PerformanceRowId> rows)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(rows);
        selection.Validate();
        if (rows.Count > MostRows)
        {
            throw new PpcAdsValidationException("The rows", [
                new InputProblem(
                    nameof(rows), rows.Count.ToString(CultureInfo.InvariantCulture), $"are too many: at most {MostRows}."),
            ]);
        }
    }

    /// <summary>Checks what <see cref="IPerformanceTableReader.ListCurrenciesAsync"/> takes.</summary>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="period">The days.</param>
    /// <exception cref="PpcAdsValidationException">The period has too many days, or none.</exception>
    public static void ValidatePeriod(IReadOnlyCollection<AccountId> accountIds, PerformancePeriod period)
    {
        ArgumentNullException.ThrowIfNull(accountIds);
        InputProblem[] problems = [.. PerformanceSelection.FindProblems(nameof(period), period)];
        if (problems.Length > 0)
        {
            throw new PpcAdsValidationException("The period", problems);
        }
    }

    private static IEnumerable<InputProblem> FindProblems(PerformanceTableQuery query, PerformanceColumn column, int count)
    {
        if (query.Previous is null)
        {
            yield return new InputProblem(nameof(query.Previous), null, "is what changes are since.");
        }

        if (!Changing.Contains(column))
        {
            yield return new InputProblem(nameof(column), column.ToString(), "cannot be compared.")
            {
                AllowedValues = [.. Changing.Select(one => one.ToString())],
            };
        }

        if (count is < 1 or > MostMovers)
        {
            yield return new InputProblem(
                nameof(count), count.ToString(CultureInfo.InvariantCulture), $"must be 1 to {MostMovers}.");
        }
    }
}
