using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>
/// Which rows of performance: one kind of datasets, so that nothing counts twice, and one currency, so that sums are right.
/// </summary>
/// <param name="Grain">
/// What a row is about: <see cref="DatasetGrain.Campaign"/>, <see cref="DatasetGrain.AdGroup"/>,
/// <see cref="DatasetGrain.Target"/>, <see cref="DatasetGrain.SearchTerm"/>, <see cref="DatasetGrain.Placement"/> or
/// <see cref="DatasetGrain.AdvertisedProduct"/>.
/// </param>
/// <param name="AccountIds">The accounts: those that the caller may see. None of them: no rows.</param>
/// <param name="CurrencyCode">The currency of all amounts (ISO 4217).</param>
/// <param name="Period">The days.</param>
public sealed record PerformanceSelection(
    DatasetGrain Grain, IReadOnlyCollection<AccountId> AccountIds, string CurrencyCode, PerformancePeriod Period)
{
    /// <summary>Gets the grains that tables have.</summary>
    public static IReadOnlyList<DatasetGrain> Grains { get; } =
    [
        DatasetGrain.Campaign, DatasetGrain.AdGroup, DatasetGrain.Target, DatasetGrain.SearchTerm, DatasetGrain.Placement,
        DatasetGrain.AdvertisedProduct,
    ];

    /// <summary>Gets the only profile; <see langword="null"/> for all.</summary>
    public ProfileId? ProfileId { get; init; }

    /// <summary>Gets the only ad product, such as <c>SPONSORED_PRODUCTS</c>; <see langword="null"/> for all.</summary>
    public string? AdProduct { get; init; }

    /// <summary>Gets the only campaign; <see langword="null"/> for all.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>Gets the only ad group; not for campaigns and placements.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>Gets the only keyword; for targets and search terms.</summary>
    public KeywordId? KeywordId { get; init; }

    /// <summary>Gets the only target that is no keyword; for targets and search terms.</summary>
    public TargetId? TargetId { get; init; }

    /// <summary>Gets the datasets that the rows are of, one for each ad product that has the grain.</summary>
    public IReadOnlyList<Dataset> Datasets =>
        [.. Etl.Datasets.All.Where(dataset => dataset.Grain == Grain && (AdProduct is null || dataset.AdProduct == AdProduct))];

    /// <summary>Returns a value that indicates whether a row is one of those, whatever its day. For readers.</summary>
    /// <param name="row">A row of one of the datasets.</param>
    public bool Includes(PerformanceRecord row)
    {
        ArgumentNullException.ThrowIfNull(row);
        bool isKeyword = row.Texts.GetValueOrDefault(PerformanceText.TargetKind) == TargetKinds.Keyword;
        return row.CurrencyCode == CurrencyCode
            && (CampaignId is not { } campaign || row.CampaignId == campaign)
            && (AdGroupId is not { } adGroup || row.AdGroupId == adGroup)
            && (KeywordId is not { } keyword || (isKeyword && row.TargetId == keyword.Value))
            && (TargetId is not { } target || (!isKeyword && row.TargetId == target.Value));
    }

    /// <summary>Checks the selection. For readers.</summary>
    /// <exception cref="PpcAdsValidationException">Something in it is wrong or cannot be used together.</exception>
    public void Validate()
    {
        InputProblem[] problems = [.. FindProblems()];
        if (problems.Length > 0)
        {
            throw new PpcAdsValidationException("The selection", problems);
        }
    }

    internal IEnumerable<InputProblem> FindProblems()
    {
        if (!Grains.Contains(Grain))
        {
            yield return new InputProblem(nameof(Grain), Grain.ToString(), "has no table.")
            {
                AllowedValues = [.. Grains.Select(grain => grain.ToString())],
            };
        }

        if (CurrencyCode.Length != 3 || !CurrencyCode.All(char.IsAsciiLetterUpper))
        {
            yield return new InputProblem(nameof(CurrencyCode), CurrencyCode, "must be three capital letters, such as USD.");
        }

        foreach (InputProblem problem in FindProblems(nameof(Period), Period))
        {
            yield return problem;
        }

        if (AdProduct is { } product && !Products.Contains(product))
        {
            yield return new InputProblem(nameof(AdProduct), product, "is not known.") { AllowedValues = Products };
        }

        bool hasTargets = Grain is DatasetGrain.Target or DatasetGrain.SearchTerm;
        foreach ((string name, object? value, bool isAllowed) in new (string, object?, bool)[]
        {
            (nameof(AdGroupId), AdGroupId, Grain is not (DatasetGrain.Campaign or DatasetGrain.Placement)),
            (nameof(KeywordId), KeywordId, hasTargets && TargetId is null),
            (nameof(TargetId), TargetId, hasTargets),
        })
        {
            if (value is not null && !isAllowed)
            {
                yield return new InputProblem(name, value.ToString(), $"cannot be used here: rows are of {Grain}.");
            }
        }
    }

    internal static IEnumerable<InputProblem> FindProblems(string name, PerformancePeriod period)
    {
        if (period.Days is < 1 or > PerformancePeriod.MaxDays)
        {
            yield return new InputProblem(name, period.ToString(), $"must have 1 to {PerformancePeriod.MaxDays} days.");
        }
    }

    private static IReadOnlyList<string> Products { get; } =
        [.. Etl.Datasets.All.Select(dataset => dataset.AdProduct).Distinct().Order(StringComparer.Ordinal)];
}
