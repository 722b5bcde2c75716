namespace PpcAds.Sdk.Exports;

/// <summary>Checks a request for an export before it is sent.</summary>
/// <remarks>Source: Amazon Ads exports v1, whose file closes every list.</remarks>
internal static class ExportRequestRules
{
    private static readonly string[] AdProducts =
        [AdProduct.SponsoredProducts.Value, AdProduct.SponsoredBrands.Value, AdProduct.SponsoredDisplay.Value];

    private static readonly string[] States = [EntityState.Enabled.Value, EntityState.Paused.Value, EntityState.Archived.Value];

    private static readonly string[] TargetTypes =
    [
        ExportedTargetType.Audience.Value,
        ExportedTargetType.Auto.Value,
        ExportedTargetType.Keyword.Value,
        ExportedTargetType.Product.Value,
        ExportedTargetType.ProductAudience.Value,
        ExportedTargetType.ProductCategory.Value,
        ExportedTargetType.ProductCategoryAudience.Value,
        ExportedTargetType.Theme.Value,
    ];

    /// <exception cref="PpcAdsValidationException">The request has problems; all of them are listed.</exception>
    public static void Enforce(ExportRequest request)
    {
        List<InputProblem> problems = [];
        Check(nameof(request.AdProducts), [.. request.AdProducts.Select(product => product.Value)], AdProducts, problems);
        Check(nameof(request.States), [.. request.States.Select(state => state.Value)], States, problems);
        if (request is TargetExportRequest { TargetTypes: { } types })
        {
            Check(nameof(TargetExportRequest.TargetTypes), [.. types.Select(type => type.Value)], TargetTypes, problems);
        }

        if (request is TargetExportRequest { Level: { } level } && !Enum.IsDefined(level))
        {
            problems.Add(new InputProblem(nameof(TargetExportRequest.Level), level.ToString(), "is no level.")
            {
                AllowedValues = Enum.GetNames<ExportedTargetLevel>(),
            });
        }

        if (problems.Count > 0)
        {
            throw new PpcAdsValidationException("The export request", problems);
        }
    }

    private static void Check(string field, string[] values, string[] allowed, List<InputProblem> problems)
    {
        if (values.Length == 0)
        {
            problems.Add(new InputProblem(field, "empty", "must hold at least one value.") { AllowedValues = allowed });
        }

        for (int index = 0; index < values.Length; index++)
        {
            string value = values[index];
            if (!allowed.Contains(value, StringComparer.Ordinal))
            {
                problems.Add(new InputProblem($"{field}[{index}]", value, "is nothing that exports can be filtered by.")
                {
                    AllowedValues = allowed,
                    NearestMatch = NearestMatch.Find(value, allowed),
                });
            }
            else if (values.AsSpan(0, index).Contains(value))
            {
                problems.Add(new InputProblem($"{field}[{index}]", value, "stands in the list more than once."));
            }
        }
    }
}
