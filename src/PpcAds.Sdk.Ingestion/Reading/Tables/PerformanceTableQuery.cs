namespace PpcAds.Sdk.Reading;

/// <summary>A table: which rows, in what order.</summary>
/// <param name="Selection">What rows are of.</param>
public sealed record PerformanceTableQuery(PerformanceSelection Selection)
{
    /// <summary>The longest text that can be searched for.</summary>
    public const int MaxTextLength = 200;

    private const long MaxMinimum = 1_000_000_000_000;

    /// <summary>
    /// Gets the period that rows also have sums of, usually the one before; <see langword="null"/> for none.
    /// </summary>
    public PerformancePeriod? Previous { get; init; }

    /// <summary>
    /// Gets the text that names contain, whatever the case of ASCII letters; of placements that of the campaign counts too, and of
    /// products the SKU.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>
    /// Gets the state, whatever the case, such as <c>enabled</c>: that of the row, or of its campaign where rows have none.
    /// </summary>
    public string? State { get; init; }

    /// <summary>Gets the only row; <see langword="null"/> for all.</summary>
    public PerformanceRowId? Row { get; init; }

    /// <summary>Gets the least that rows must have.</summary>
    public IReadOnlyList<PerformanceMinimum> Minimums { get; init; } = [];

    /// <summary>Gets the order.</summary>
    public PerformanceSort Sort { get; init; } = new(PerformanceColumn.Cost, IsDescending: true);

    /// <summary>Checks the query. For readers.</summary>
    /// <exception cref="PpcAdsValidationException">Something in it is wrong or cannot be used together.</exception>
    public void Validate()
    {
        InputProblem[] problems = [.. FindProblems()];
        if (problems.Length > 0)
        {
            throw new PpcAdsValidationException("The query", problems);
        }
    }

    private IEnumerable<InputProblem> FindProblems()
    {
        foreach (InputProblem problem in Selection.FindProblems()
            .Concat(Previous is { } previous ? PerformanceSelection.FindProblems(nameof(Previous), previous) : []))
        {
            yield return problem;
        }

        foreach ((string name, string? text) in new[] { (nameof(Text), Text), (nameof(State), State) })
        {
            if (text is not null && (text.Length is < 1 or > MaxTextLength || text.Contains('\0', StringComparison.Ordinal)))
            {
                yield return new InputProblem(name, text, $"must have 1 to {MaxTextLength} letters.");
            }
        }

        if (!Enum.IsDefined(Sort.Column))
        {
            yield return Unknown(nameof(Sort), Sort.Column, Enum.GetValues<PerformanceColumn>());
        }

        foreach (PerformanceMinimum minimum in Minimums)
        {
            if (!Enum.IsDefined(minimum.Column) || minimum.Column == PerformanceColumn.Name)
            {
                yield return Unknown(
                    nameof(Minimums),
                    minimum.Column,
                    Enum.GetValues<PerformanceColumn>().Where(one => one != PerformanceColumn.Name));
            }

            if (Math.Abs(minimum.Value) > MaxMinimum)
            {
                yield return new InputProblem(
                    nameof(Minimums), FormattableString.Invariant($"{minimum.Value}"), $"must be at most {MaxMinimum}.");
            }
        }
    }

    private static InputProblem Unknown(string name, PerformanceColumn column, IEnumerable<PerformanceColumn> allowed) =>
        new(name, column.ToString(), "cannot be used here.") { AllowedValues = [.. allowed.Select(one => one.ToString())] };
}
