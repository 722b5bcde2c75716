using Microsoft.Extensions.Options;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk;

/// <summary>Reports every problem of the options together.</summary>
internal sealed class AmazonAdsOptionsValidator : IValidateOptions<AmazonAdsOptions>
{
    public ValidateOptionsResult Validate(string? name, AmazonAdsOptions options)
    {
        List<string> problems = [.. Check(options.Client, options.Application)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static IEnumerable<string> Check(AmazonAdsClientOptions client, LwaApplication? application) =>
    [
        .. AmazonAdsClientOptionsRules.Check(client).Select(problem => $"PpcAds: {nameof(AmazonAdsOptions.Client)}.{problem}"),
        .. LwaApplicationRules.Check(application).Select(problem => $"PpcAds: {nameof(AmazonAdsOptions.Application)}.{problem}"),
    ];
}
