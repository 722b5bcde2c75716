using Microsoft.Extensions.Options;

namespace PpcAds.Sdk;

/// <summary>Tells every problem of the options at once.</summary>
internal sealed class PpcAdsOptionsValidator : IValidateOptions<PpcAdsOptions>
{
    public ValidateOptionsResult Validate(string? name, PpcAdsOptions options)
    {
        IReadOnlyList<InputProblem> problems = AmazonAdsClientOptionsRules.Check(options.Client);
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => $"PpcAds: {nameof(options.Client)}.{problem}"));
    }
}
