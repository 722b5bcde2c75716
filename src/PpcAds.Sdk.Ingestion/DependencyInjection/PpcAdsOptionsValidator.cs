using Microsoft.Extensions.Options;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk;

/// <summary>Reports all problems of the options together.</summary>
internal sealed class PpcAdsOptionsValidator : IValidateOptions<PpcAdsOptions>
{
    public ValidateOptionsResult Validate(string? name, PpcAdsOptions options)
    {
        List<string> problems =
        [
            .. new AmazonAdsOptions { Client = options.Client, Application = options.Application }.GetProblems(),
            .. IngestionOptionsRules.Check(options.Ingestion).Select(problem => $"PpcAds: {nameof(options.Ingestion)}.{problem}"),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
