using Microsoft.Extensions.Options;

namespace PpcAds.Sdk;

/// <summary>Reports every problem of the options together.</summary>
internal sealed class AmazonAdsOptionsValidator : IValidateOptions<AmazonAdsOptions>
{
    public ValidateOptionsResult Validate(string? name, AmazonAdsOptions options)
    {
        IReadOnlyList<string> problems = options.GetProblems();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
