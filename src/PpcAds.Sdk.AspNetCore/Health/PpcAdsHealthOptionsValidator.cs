using Microsoft.Extensions.Options;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>Reports all problems of the options of the health checks together, when the host starts.</summary>
internal sealed class PpcAdsHealthOptionsValidator(IOptions<PpcAdsOptions> sdk) : IValidateOptions<PpcAdsHealthOptions>
{
    public ValidateOptionsResult Validate(string? name, PpcAdsHealthOptions options)
    {
        List<string> problems = [];
        IReadOnlyList<string> loaded = sdk.Value.Ingestion.GetDatasets();
        foreach (string? dataset in (options.Datasets ?? []).Where(dataset => !loaded.Contains(dataset)))
        {
            problems.Add($"PpcAds: Health.Datasets '{dataset ?? "null"}': is not loaded. Allowed: {string.Join(", ", loaded)}.");
        }

        if (options.Datasets is { Length: 0 })
        {
            problems.Add("PpcAds: Health.Datasets: must name at least one dataset; leave it out for sp.campaign.");
        }

        if (options.DegradedAfterDays < 1 || options.UnhealthyAfterDays <= options.DegradedAfterDays)
        {
            problems.Add(
                $"PpcAds: Health.DegradedAfterDays {options.DegradedAfterDays} and UnhealthyAfterDays "
                + $"{options.UnhealthyAfterDays}: must be above 0, the second one the larger.");
        }

        if (options.ConsentWarningDays is < 0 or > 365)
        {
            problems.Add($"PpcAds: Health.ConsentWarningDays {options.ConsentWarningDays}: must be 0 to 365.");
        }

        if (options.DataLagCacheDuration < TimeSpan.Zero)
        {
            problems.Add($"PpcAds: Health.DataLagCacheDuration '{options.DataLagCacheDuration}': must not be negative.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
