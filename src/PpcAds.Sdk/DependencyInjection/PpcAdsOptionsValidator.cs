using Microsoft.Extensions.Options;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk;

/// <summary>Tells every problem of the options at once.</summary>
internal sealed class PpcAdsOptionsValidator : IValidateOptions<PpcAdsOptions>
{
    public ValidateOptionsResult Validate(string? name, PpcAdsOptions options)
    {
        List<string> problems =
        [
            .. AmazonAdsClientOptionsRules.Check(options.Client).Select(problem => $"PpcAds: {nameof(options.Client)}.{problem}"),
            .. LwaApplicationRules.Check(options.Application).Select(problem => $"PpcAds: {nameof(options.Application)}.{problem}"),
            .. IngestionOptionsRules.Check(options.Ingestion).Select(problem => $"PpcAds: {nameof(options.Ingestion)}.{problem}"),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
